import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { Blocks } from './blocks'
import type { Box } from './boxes'
import { readHeader, type Header } from './header'
import type { RawTask, RawToken } from './rawTask'
import { readTaskFields } from './taskFields'
import type { FileReference, Located } from './tasksDocument'
import { readTitle, type Title } from './title'
import { titleFiles } from './titleFiles'

/** Reads the box on `line`, whose lines end with `endLine`, as a task. */
export function readTask(lines: LineIndex, blocks: Blocks, line: number, box: Box, endLine: number): RawTask {
  const text = lineText(lines, line)
  const header = readHeader(text.slice(box.textStart))
  const from = box.textStart
  const wordsEnd = Math.min(blocks.items.get(line)?.wordsEnd ?? line, endLine)
  const titleColumn = Math.min(from + header.titleStart, text.trimEnd().length)
  const title = readTitle(lines, line, titleColumn, wordsEnd, header.opener)
  const tokens: RawToken[] = header.tokens.map((token) => ({
    text: token.text,
    round: token.round,
    place: token.place,
    range: rangeInLine(line, from + token.start, from + token.end),
  }))
  return {
    line,
    indent: box.indent,
    state: header.starred && box.state === 'open' ? 'optional' : box.state,
    id: header.id,
    idRange: header.id === null ? null : rangeInLine(line, from + header.idStart, from + header.idEnd),
    boldId:
      header.id !== null &&
      text
        .slice(from, from + header.idStart)
        .trimEnd()
        .endsWith('**'),
    title: title.text,
    titleRange: title.range,
    range: { start: { line, character: 0 }, end: { line: endLine, character: lineText(lines, endLine).length } },
    checkbox: rangeInLine(line, box.mark, box.mark + 1),
    tokens: [...tokens, ...title.ending.tokens],
    mentions: title.mentions,
    malformed: malformed(text, line, box, header),
    fields: readTaskFields(lines, { line, titleColumn, ...title }, endLine, blocks.fences),
    titleFiles: filesOfTitle(lines, title, line, titleColumn),
  }
}

function malformed(text: string, line: number, box: Box, { secondBoxEnd }: Header): Located | null {
  if (!box.glued && secondBoxEnd === null) return null
  const start = box.mark - 1
  const end = box.textStart + (secondBoxEnd ?? 0)
  return { text: text.slice(start, end), range: rangeInLine(line, start, end) }
}

function filesOfTitle(lines: LineIndex, title: Title, line: number, column: number): readonly FileReference[] {
  const found: FileReference[] = []
  for (let row = line; row <= title.endLine; row++) {
    found.push(...titleFiles(lineText(lines, row), row, row === line ? column : 0))
  }
  return found
}
