import type { DialectRules } from '../dialects/dialect'
import type { Range } from '../text/position'
import { meaningOf } from './markers'
import type { RawTask } from './rawTask'
import type { Reading } from './reading'
import type { Finding } from './tasksDocument'

/** What was noticed in one chunk beside its tasks. */
export function chunkFindings(reading: Reading): readonly Finding[] {
  const malformed = reading.malformedBoxes.map((each) => finding('malformed-checkbox', each, null))
  const unclosed = reading.unclosedFences.map((each) => finding('unclosed-fence', each, null))
  return [...malformed, ...unclosed]
}

/** What was noticed in one box that became the task of this index. */
export function taskFindings(box: RawTask, task: number, rules: DialectRules): readonly Finding[] {
  const found: Finding[] = []
  if (box.malformed !== null) found.push(finding('malformed-checkbox', box.malformed, task))
  if (rules.flat && box.indent > 0) {
    found.push(finding('indented-task', { text: box.id ?? '', range: box.idRange ?? box.checkbox }, task))
  }
  const marked = box.tokens.some((token) => !['label', 'malformed'].includes(meaningOf(token, rules)))
  for (const token of box.tokens) {
    if (!marked && !token.round && /^P:\S+$/.test(token.text)) {
      found.push(finding('named-batch', { text: `[${token.text}]`, range: token.range }, task))
    }
    if (meaningOf(token, rules) !== 'malformed') continue
    const text = token.round ? `(${token.text})` : `[${token.text}]`
    found.push(finding('malformed-marker', { text, range: token.range }, task))
  }
  for (const mention of box.mentions) found.push(finding('mention-marker', mention, task))
  return found
}

/** Orders findings by their place in the text. */
export function byPosition(a: Finding, b: Finding): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character
}

function finding(
  kind: Finding['kind'],
  at: { readonly text: string; readonly range: Range },
  task: number | null,
): Finding {
  return { kind, range: at.range, task, text: at.text }
}
