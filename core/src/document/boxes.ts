import type { TaskState } from './tasksDocument'

/** A checkbox line, taken apart; offsets are columns of its line. */
export interface Box {
  readonly indent: number
  readonly state: TaskState
  /** Column of the one character between the brackets. */
  readonly mark: number
  /** Column at which the text behind the box begins. */
  readonly textStart: number
  /** True for `- [x]1.1`, without the space. */
  readonly glued: boolean
}

const BOX = /^(\uFEFF?\s*)(?:[-*+]|\d{1,9}[.)])\s+\[([ xX~-])\](\\?\*)?(\s*)/
const MALFORMED =
  /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s*\[(?:\s*|\s+[xX~-]\s*|[xX~-]\s+|[^\s\p{L}\p{N}[\]]|[vV])\]|\[[ xX~-]\])\s*(?=\S)/u

/** Reads a line as a checkbox; undefined when it is none. Legend lines such as `- [P] …` are none. */
export function readBox(line: string): Box | undefined {
  const match = BOX.exec(line)
  if (match === null) return undefined
  const [all, lead = '', mark = ' ', star = '', space = ''] = match
  const behind = all.length - space.length - star.length
  if (space === '' && star === '' && line.charAt(behind) === '(') return undefined
  return {
    indent: columnsOf(lead),
    state: star === '' ? stateOf(mark) : mark === ' ' ? 'optional' : stateOf(mark),
    mark: behind - 2,
    textStart: all.length,
    glued: space === '' && all.length < line.length,
  }
}

/** Length of a line's start that means to be a box and is none (`-[ ]`, `- []`, `- [✓]`); 0 when it does not. */
export function malformedBox(line: string): number {
  return readBox(line) === undefined ? (MALFORMED.exec(line)?.[0].length ?? 0) : 0
}

/** Columns that white space takes; a tab goes to the next multiple of four. */
export function columnsOf(space: string): number {
  let columns = 0
  for (const character of space) {
    if (character === '\uFEFF') continue
    columns += character === '\t' ? 4 - (columns % 4) : 1
  }
  return columns
}

function stateOf(mark: string): TaskState {
  if (mark === ' ') return 'open'
  if (mark === '-') return 'in-progress'
  return mark === '~' ? 'blocked' : 'done'
}
