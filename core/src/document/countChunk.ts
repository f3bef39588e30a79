import { lineText, type LineIndex } from '../text/lines'
import type { Census } from './census'
import { fieldAtEnd, fieldsOfLine, type FieldLine } from './fieldLine'
import type { RawTask } from './rawTask'
import type { BoxLine } from './readChunk'
import type { RawHeading } from './reading'

/** Counts in one chunk what dialect detection looks at; lines in fences, comments and quotes do not count. */
export function countChunk(
  lines: LineIndex,
  hidden: ReadonlySet<number>,
  found: {
    readonly boxes: readonly BoxLine[]
    readonly tasks: readonly RawTask[]
    readonly headings: readonly RawHeading[]
    readonly waits: readonly number[]
  },
): Census {
  const names = new Map<string, number>()
  for (let line = lines.firstLine; line < lines.firstLine + lines.starts.length; line++) {
    if (hidden.has(line)) continue
    const text = lineText(lines, line)
    if (!/[*_]|\b(?:Do|Files?|Done when|Verify|Commit|Run)\s*:/.test(text)) continue
    for (const { name } of namedOn(text)) names.set(name.toLowerCase(), (names.get(name.toLowerCase()) ?? 0) + 1)
  }
  const count = (...wanted: readonly string[]): number => wanted.reduce((sum, name) => sum + (names.get(name) ?? 0), 0)
  const tTasks = found.tasks.filter((task) => /^T\d{3,}/.test(task.id ?? ''))
  return {
    boxes: found.boxes.length,
    idBoxes: found.boxes.filter((box) => box.hasId).length,
    tBoxes: tTasks.length,
    boldTBoxes: tTasks.filter((task) => task.boldId).length,
    idHeadings: found.headings.filter((heading) => heading.hasId).length,
    doLines: count('do'),
    filesLines: count('files', 'file'),
    doneWhenLines: count('done when'),
    verifyLines: count('verify'),
    commitLines: count('commit'),
    promptLines: count('leverage', 'prompt'),
    roundMarks: found.tasks.filter(hasRoundMark).length + count('boundary', 'depends'),
    requirementsLines: count('requirements'),
    waitLines: found.waits.length,
  }
}

function namedOn(line: string): readonly FieldLine[] {
  const fields = fieldsOfLine(line)
  const last = fields.length === 0 ? fieldAtEnd(line, 0) : undefined
  return last === undefined ? fields : [last]
}

function hasRoundMark(task: RawTask): boolean {
  return task.id !== null && task.tokens.some((token) => token.round && token.text === 'P')
}
