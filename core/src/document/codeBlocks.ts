import { lineText, type LineIndex } from '../text/lines'
import type { Range } from '../text/position'
import type { FenceBlock } from './blocks'
import { dedent, type FieldSpan } from './fieldSpans'
import type { CodeBlock, Located } from './tasksDocument'

const OPENING = /(?:`{3,}|~{3,})\s*([^\s`{]*)/
const SHELLS = new Set(['', 'sh', 'bash', 'shell', 'zsh', 'console', 'shell-session'])

/** The fenced code blocks among the lines of a task, each with the field it stands under. */
export function readCodeBlocks(
  lines: LineIndex,
  fences: readonly FenceBlock[],
  spans: readonly FieldSpan[],
): readonly CodeBlock[] {
  return fences.map((fence) => {
    const field = spans.find((span) => span.line < fence.start && fence.start <= span.endLine)
    const language = languageOf(lines, fence)
    const start = { line: fence.start, character: firstColumn(lineText(lines, fence.start)) }
    return {
      language: language === '' ? null : language,
      text: fenceText(lines, fence).text,
      range: { start, end: { line: fence.end, character: lineText(lines, fence.end).length } },
      field: field === undefined ? null : field.head.name.toLowerCase(),
    }
  })
}

/** The code of a fence, dedented, with the range of its inner lines. */
export function fenceText(lines: LineIndex, fence: FenceBlock): Located {
  const last = fence.closed ? fence.end - 1 : fence.end
  const rows: string[] = []
  for (let line = fence.start + 1; line <= last; line++) rows.push(lineText(lines, line))
  const range: Range =
    last > fence.start
      ? { start: { line: fence.start + 1, character: 0 }, end: { line: last, character: lineText(lines, last).length } }
      : { start: { line: fence.end, character: 0 }, end: { line: fence.end, character: 0 } }
  return { text: dedent(rows).join('\n'), range }
}

/** Whether a fence holds shell commands by its info string; one without says nothing and counts. */
export function isShellFence(lines: LineIndex, fence: FenceBlock): boolean {
  return SHELLS.has(languageOf(lines, fence).toLowerCase())
}

function languageOf(lines: LineIndex, fence: FenceBlock): string {
  return OPENING.exec(lineText(lines, fence.start))?.[1] ?? ''
}

function firstColumn(text: string): number {
  return text.length - text.trimStart().length
}
