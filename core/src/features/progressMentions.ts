import { codeSpans } from '../document/codeSpans'
import { readId } from '../document/ids'
import type { Task, TasksDocument } from '../document/tasksDocument'
import { indexLines, lineCount, lineText, rangeInLine } from '../text/lines'
import type { Range } from '../text/position'

/** A place of progress notes that names a task. */
export interface Mention {
  readonly range: Range
  readonly task: Task
}

/** Where a number is certainly meant as a task: behind a bullet, a box or a heading's mark, or behind the word. */
const AHEAD =
  /^\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX~-]\]\s+)?|#{1,6}\s+(?:\w+:\s+)?)[*_]*(?:tasks?\s+)?|\btasks?:?\s+/giu
/** What no sentence says of anything but a task, anywhere. */
const ANYWHERE = /(?<![\p{L}\p{N}.#/_-])T\d/gu
const MORE = /^\s*(?:,|and|&)\s*(?=\S*\d)/u

/** The tasks that progress notes name by their ids, in order; nothing in code. */
export function progressMentions(text: string, document: TasksDocument): readonly Mention[] {
  const lines = indexLines(text)
  const found: Mention[] = []
  let fenced = false
  for (let line = 0; line < lineCount(lines); line++) {
    const words = lineText(lines, line)
    if (/^\s*(?:```|~~~)/.test(words)) fenced = !fenced
    if (!fenced) found.push(...mentionsOfLine(words, line, document))
  }
  return found
}

function mentionsOfLine(words: string, line: number, document: TasksDocument): readonly Mention[] {
  const code = codeSpans(words)
  const starts = [
    ...Array.from(words.matchAll(AHEAD), (match) => match.index + match[0].length),
    ...Array.from(words.matchAll(ANYWHERE), ({ index }) => index),
  ].toSorted((a, b) => a - b)
  const found: Mention[] = []
  let behind = 0
  for (const start of starts) {
    for (let at: number | undefined = start; at !== undefined && at >= behind;) {
      const from: number = at
      const id = readId(words, from)?.id
      const isCode = code.some((span) => span.outerStart <= from && from < span.outerEnd)
      const task = id === undefined || isCode ? undefined : taskOf(document, id, words.slice(from + id.length))
      if (id === undefined || task === undefined) break
      behind = from + id.length
      found.push({ range: rangeInLine(line, from, behind), task })
      const more = MORE.exec(words.slice(behind))?.[0].length
      at = more === undefined ? undefined : behind + more
    }
  }
  return found
}

/** Of several tasks with one id, the one whose title follows; else the first. */
function taskOf({ tasks }: TasksDocument, id: string, rest: string): Task | undefined {
  const named = tasks.filter((task) => task.id === id)
  return named.find(({ title }) => title !== '' && rest.includes(title)) ?? named[0]
}
