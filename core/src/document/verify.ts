import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { FenceBlock } from './blocks'
import { codeSpans, type CodeSpan } from './codeSpans'
import { isCommandCode, isLoneCommand, readsLikeProse, startsLikeCommand } from './commandText'
import { fenceText, isShellFence } from './codeBlocks'
import { fieldOf, type FieldSpan } from './fieldSpans'
import type { Located, VerifyField } from './tasksDocument'

/** What ends a bare command and begins what is expected of it. */
const EXPECTS =
  /\s+(?:(?:exits?|returns?|shows?|prints?|outputs?|passes|succeeds|reports?|equals?|lists?|gives|yields|contains?|fails)(?=\s|$|[.,;])|(?:->|=>|→|⇒|—|–)\s?|\((?=[a-zA-Z]))/
const LEAD_IN = /^(?:(?:please\s+)?(?:run|execute|running|use)\s*:?\s*)?$/i
const CONNECTOR = /(?:^|[\s)])(?:and|then|&&|\+|;|,|and then|AND)\s*$|^[;,+]\s*$|;\s*$/

/** Reads a Verify field: the commands to run exactly as written, and the words about what they should give. */
export function readVerify(lines: LineIndex, span: FieldSpan, fences: readonly FenceBlock[]): VerifyField {
  const { commands, words } = readCommands(lines, span, fences)
  const expectation = commands.length === 0 ? '' : tidy(words.join(' '))
  return { commands, expectation: expectation === '' ? null : expectation, range: fieldOf(lines, span).range }
}

/** The commands of a Verify field, in order, and the words around them. */
function readCommands(
  lines: LineIndex,
  span: FieldSpan,
  fences: readonly FenceBlock[],
): { readonly commands: readonly Located[]; readonly words: readonly string[] } {
  const commands: Located[] = []
  const words: string[] = []
  for (let line = span.line; line <= span.endLine; line++) {
    const fence = fences.find((block) => block.start === line)
    if (fence !== undefined) {
      const command = fenceCommand(lines, fence)
      if (command !== undefined) commands.push(command)
      line = Math.max(line, fence.end)
      continue
    }
    const text = lineText(lines, line)
    const start = line === span.line ? span.head.valueStart : bulletEnd(text)
    const end = line === span.line ? (span.head.valueEnd ?? text.length) : text.length
    commandsOfLine(text.slice(0, end), start, line, { commands, words })
  }
  return { commands, words }
}

/** The text of a shell fence as one command; undefined for another language or an empty one. */
export function fenceCommand(lines: LineIndex, fence: FenceBlock): Located | undefined {
  if (!isShellFence(lines, fence)) return undefined
  const { text, range } = fenceText(lines, fence)
  return text.trim() === '' ? undefined : { text, range }
}

/** Column behind a line's white space, bullet and box. */
export function bulletEnd(text: string): number {
  return /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX~-]\]\s+)?/.exec(text)?.[0].length ?? 0
}

function commandsOfLine(
  text: string,
  start: number,
  line: number,
  into: { commands: Located[]; words: string[] },
): void {
  const spans = codeSpans(text).filter((code) => code.outerStart >= start)
  const first = spans[0]
  const lead = text.slice(start, first?.outerStart)
  if (first === undefined || !(LEAD_IN.test(lead.trim()) || commandFollows(lead, first))) {
    bareCommand(text, start, line, into)
    return
  }
  let behind = start
  let isFirst = true
  for (const code of spans) {
    const gap = text.slice(behind, code.outerStart)
    const wanted = isFirst
      ? isFirstCommand(code, text.slice(code.outerEnd))
      : CONNECTOR.test(gap) && startsLikeCommand(code.text)
    if (wanted) {
      into.commands.push(located(code, line))
      if (!isFirst) into.words.push(gap.replace(CONNECTOR, ''))
    } else if (isFirst) {
      into.words.push(text.slice(start))
      return
    } else {
      into.words.push(text.slice(behind, code.outerEnd))
    }
    behind = code.outerEnd
    isFirst = false
  }
  into.words.push(text.slice(behind))
}

function located(code: CodeSpan, line: number): Located {
  const start = code.start + code.text.length - code.text.trimStart().length
  const text = code.text.trim()
  return { text, range: rangeInLine(line, start, start + text.length) }
}

function isFirstCommand(code: CodeSpan, behind: string): boolean {
  const lone = /^\s*(?:[.,;]?\s*$|(?:exits?|returns|passes|succeeds)\b)/.test(behind)
  return lone ? isLoneCommand(code.text) : isCommandCode(code.text)
}

/** `Type check: `tsc``, `Unit tests: `npm test``: a short label, a colon, then a certain command. */
function commandFollows(lead: string, code: CodeSpan): boolean {
  return (
    /^[^`.;]{1,40}[:：]\s*$/.test(lead) && !/manual|example|e\.g|optional/i.test(lead) && startsLikeCommand(code.text)
  )
}

function bareCommand(text: string, start: number, line: number, into: { commands: Located[]; words: string[] }): void {
  const value = text.slice(start).trimEnd()
  const lead = /^(?:run|execute)\s*:\s*/i.exec(value)?.[0].length ?? 0
  const words = value.slice(lead)
  const quoted = words.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, (piece) => '"'.repeat(piece.length))
  const expects = EXPECTS.exec(quoted)
  const command = words.slice(0, expects?.index).trimEnd()
  if (command.includes('`') || !startsLikeCommand(command) || readsLikeProse(command)) {
    into.words.push(value)
    return
  }
  into.commands.push({ text: command, range: rangeInLine(line, start + lead, start + lead + command.length) })
  into.words.push(words.slice(command.length))
}

function tidy(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–—-]+|[\s,;.]+$/g, '')
    .trim()
}
