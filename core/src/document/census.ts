/** What a document holds, counted: all that dialect detection looks at. Sums of pieces give the whole. */
export interface Census {
  /** Checkbox lines outside fences and comments. */
  readonly boxes: number
  readonly idBoxes: number
  /** Boxes with an id of `T` and three digits or more. */
  readonly tBoxes: number
  /** Those of them whose id is bold. */
  readonly boldTBoxes: number
  /** Headings that begin with a task's id. */
  readonly idHeadings: number
  readonly doLines: number
  readonly filesLines: number
  readonly doneWhenLines: number
  readonly verifyLines: number
  readonly commitLines: number
  /** `_Leverage:`, `_Prompt:`. */
  readonly promptLines: number
  /** `(P)` behind an id or at a title's end, `_Boundary:`, `_Depends:`. */
  readonly roundMarks: number
  readonly requirementsLines: number
  /** Bold lines that tell to wait. */
  readonly waitLines: number
}

/** The census of an empty text. */
export const emptyCensus: Census = {
  boxes: 0,
  idBoxes: 0,
  tBoxes: 0,
  boldTBoxes: 0,
  idHeadings: 0,
  doLines: 0,
  filesLines: 0,
  doneWhenLines: 0,
  verifyLines: 0,
  commitLines: 0,
  promptLines: 0,
  roundMarks: 0,
  requirementsLines: 0,
  waitLines: 0,
}

/** The sum of two counts; with `times` -1 what is left when the second is taken away. */
export function addCensus(a: Census, b: Census, times: 1 | -1 = 1): Census {
  return {
    boxes: a.boxes + times * b.boxes,
    idBoxes: a.idBoxes + times * b.idBoxes,
    tBoxes: a.tBoxes + times * b.tBoxes,
    boldTBoxes: a.boldTBoxes + times * b.boldTBoxes,
    idHeadings: a.idHeadings + times * b.idHeadings,
    doLines: a.doLines + times * b.doLines,
    filesLines: a.filesLines + times * b.filesLines,
    doneWhenLines: a.doneWhenLines + times * b.doneWhenLines,
    verifyLines: a.verifyLines + times * b.verifyLines,
    commitLines: a.commitLines + times * b.commitLines,
    promptLines: a.promptLines + times * b.promptLines,
    roundMarks: a.roundMarks + times * b.roundMarks,
    requirementsLines: a.requirementsLines + times * b.requirementsLines,
    waitLines: a.waitLines + times * b.waitLines,
  }
}

/** Whether a file writes its tasks as headings: three id headings or more, and fewer than half as many id boxes. */
export function hasHeadingTasks(census: Census): boolean {
  return census.idHeadings >= 3 && census.idBoxes < census.idHeadings / 2
}
