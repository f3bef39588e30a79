import { lineText, type LineIndex } from '../text/lines'
import { columnsOf, readBox, type Box } from './boxes'
import type { Blocks } from './blocks'
import { fieldsOfLine, isKnownField, type FieldLine } from './fieldLine'

/**
 * The last line that belongs to a box: its list item, cut where the next box or heading stands (`stop`),
 * and behind it the field lines that someone forgot to indent.
 */
export function lastLineOf(lines: LineIndex, blocks: Blocks, line: number, box: Box, stop: number): number {
  const item = blocks.items.get(line)
  const own = item === undefined ? deeperLines(lines, line, box.indent, stop) : Math.min(item.end, stop - 1)
  return withoutBlanks(lines, line, flatFields(lines, blocks, own, box.indent, stop))
}

function deeperLines(lines: LineIndex, line: number, indent: number, stop: number): number {
  let end = line
  for (let next = line + 1; next < stop; next++) {
    const text = lineText(lines, next)
    if (text.trim() !== '' && indentOf(text) <= indent) break
    end = next
  }
  return end
}

/** Goes on over fields that stand no deeper than their box, each with what hangs on it. */
function flatFields(lines: LineIndex, blocks: Blocks, from: number, indent: number, stop: number): number {
  let end = from
  let open: FieldLine | undefined
  let empty = false
  let blank = false
  for (let line = from + 1; line < stop; line++) {
    const text = lineText(lines, line)
    const fence = blocks.fences.find((block) => block.start <= line && line <= block.end)
    if (text.trim() === '') {
      blank = true
      continue
    }
    const head = fieldsOfLine(text)[0]
    const known = fence === undefined && head !== undefined && head.indent <= indent && isKnownField(head.name)
    if (known) {
      open = head
      empty = text.slice(head.valueStart).trim() === ''
    } else if (open === undefined || blocks.rules.includes(line)) return end
    else if (fence === undefined && !hangsOn(text, indent, { blank, list: empty && !open.bullet })) return end
    else if (fence !== undefined && !empty && indentOf(text) <= indent) return end
    end = fence === undefined ? line : Math.min(fence.end, stop - 1)
    line = end
    blank = false
  }
  return end
}

/** Whether a line that is no field goes on with the field above it; `list`: that field waits for a list. */
function hangsOn(text: string, indent: number, after: { readonly blank: boolean; readonly list: boolean }): boolean {
  if (readBox(text) !== undefined || /^(?:<!--|\*\*|__)/.test(text)) return false
  if (indentOf(text) > indent || after.list) return true
  return !after.blank && !/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(text)
}

function withoutBlanks(lines: LineIndex, line: number, end: number): number {
  let last = end
  while (last > line && lineText(lines, last).trim() === '') last--
  return last
}

function indentOf(text: string): number {
  return columnsOf(/^\s*/.exec(text)?.[0] ?? '')
}
