import { rangeInLine } from '../../text/lines'
import type { Range } from '../../text/position'
import type { Fix, FixMaker } from './fix'
import type { SourceText } from './sourceText'

const start = /^(\s*)([-*+]|\d+[.)])?\s*\[([ xX~-]?)\](\\?\*)?(?:\s*\[[ xX~-]?\])*\s*/
const secondBox = /(?:(?<=\s)[-*+]\s+)?\[.\]$/

/**
 * The start of the line is written as a checkbox; an empty or doubled one becomes one open box. A second box behind the
 * id goes. An indented task stays.
 */
export const fixMalformedCheckbox: FixMaker = ({ source }, { range, data }) => {
  if (data?.['indented'] === true) return []
  const { line } = range.start
  const found = start.exec(source.line(line))
  if (found === null) return []
  const [whole, indent = '', bullet = '-', state = '', star = ''] = found
  const box = `${indent}${bullet} [${state === '' ? ' ' : state}]${star} `
  if (box === whole) return [withoutSecondBox(source, range)]
  return [
    {
      title: `Write \`${box.trim()} \``,
      edits: [{ range: rangeInLine(line, 0, whole.length), newText: box }],
      preferred: true,
    },
  ]
}

function withoutSecondBox(source: SourceText, { start: { line }, end }: Range): Fix {
  const length = secondBox.exec(source.line(line).slice(0, end.character))?.[0].length ?? 0
  const second = rangeInLine(line, end.character - length, end.character)
  return { title: `Remove ${source.textOf(second)}`, edits: [source.without(second)], preferred: true }
}
