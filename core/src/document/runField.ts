import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { FenceBlock } from './blocks'
import { codeSpans } from './codeSpans'
import type { FieldSpan } from './fieldSpans'
import type { Located } from './tasksDocument'
import { bulletEnd, fenceCommand } from './verify'

/**
 * The commands of a Run field, in order. Whoever writes Run means a command, so nothing is guessed here:
 * every code span is one; a line without code spans is one as a whole; so is every shell fence.
 */
export function readRun(lines: LineIndex, span: FieldSpan, fences: readonly FenceBlock[]): readonly Located[] {
  const commands: Located[] = []
  for (let line = span.line; line <= span.endLine; line++) {
    const fence = fences.find((block) => block.start === line)
    if (fence === undefined) {
      commands.push(...commandsOfLine(lines, span, line))
      continue
    }
    const command = fenceCommand(lines, fence)
    if (command !== undefined) commands.push(command)
    line = Math.max(line, fence.end)
  }
  return commands
}

function commandsOfLine(lines: LineIndex, span: FieldSpan, line: number): readonly Located[] {
  const whole = lineText(lines, line)
  const start = line === span.line ? span.head.valueStart : bulletEnd(whole)
  const text = whole.slice(0, (line === span.line ? span.head.valueEnd : null) ?? whole.length).trimEnd()
  const spans = codeSpans(text).filter((code) => code.outerStart >= start)
  if (spans.length > 0) {
    return spans.map((code) => ({ text: code.text, range: rangeInLine(line, code.start, code.end) }))
  }
  const from = start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0)
  return from < text.length ? [{ text: text.slice(from), range: rangeInLine(line, from, text.length) }] : []
}
