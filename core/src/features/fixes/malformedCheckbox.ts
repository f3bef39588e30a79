import { rangeInLine } from '../../text/lines'
import type { FixMaker } from './fix'

const start = /^(\s*)([-*+]|\d+[.)])?\s*\[([ xX~-]?)\](?:\s*\[[ xX~-]?\])*\s*/

/** The start of the line is written as a checkbox; an empty or doubled one becomes one open box. An indented task stays. */
export const fixMalformedCheckbox: FixMaker = ({ source }, { range, data }) => {
  if (data?.['indented'] === true) return []
  const { line } = range.start
  const found = start.exec(source.line(line))
  if (found === null) return []
  const [whole, indent = '', bullet = '-', state = ''] = found
  const box = `${indent}${bullet} [${state === '' ? ' ' : state}] `
  if (box === whole) return []
  return [
    {
      title: `Write \`${box.trim()} \``,
      edits: [{ range: rangeInLine(line, 0, whole.length), newText: box }],
      preferred: true,
    },
  ]
}
