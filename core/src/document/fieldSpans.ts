import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { Range } from '../text/position'
import { columnsOf } from './boxes'
import type { FenceBlock } from './blocks'
import { fieldsOfLine, type FieldLine } from './fieldLine'
import type { Field } from './tasksDocument'

/** A field with the lines its value stands on: `lines[0]` is the field's own line. */
export interface FieldSpan {
  readonly head: FieldLine
  readonly line: number
  /** Last line of the value. */
  readonly endLine: number
}

/**
 * Finds the fields in the lines `start` to `end`. A field goes on over deeper lines, blank lines and wrapped
 * words until the next field, bullet or paragraph that stands no deeper than itself.
 */
export function fieldSpans(
  lines: LineIndex,
  start: number,
  end: number,
  fences: readonly FenceBlock[],
): readonly FieldSpan[] {
  const spans: FieldSpan[] = []
  let open: { head: FieldLine; line: number; endLine: number } | undefined
  const close = (): void => {
    if (open !== undefined) spans.push(open)
    open = undefined
  }
  let blankBefore = false
  for (let line = start; line <= end; line++) {
    const text = lineText(lines, line)
    const fence = fences.find((block) => block.start === line)
    if (fence !== undefined) {
      if (open !== undefined && holdsFence(lines, open, text)) open.endLine = Math.min(fence.end, end)
      else close()
      line = Math.max(fence.end, line)
      blankBefore = false
      continue
    }
    if (text.trim() === '') {
      blankBefore = true
      continue
    }
    const heads = fieldsOfLine(text)
    const first = heads[0]
    if (first !== undefined && (open === undefined || first.indent <= open.head.indent || reaches(open.head, first))) {
      close()
      for (const head of heads) {
        if (head.valueEnd === null) open = { head, line, endLine: line }
        else spans.push({ head, line, endLine: line })
      }
    } else if (open !== undefined) {
      if (goesOn(text, open.head, blankBefore)) open.endLine = line
      else close()
    }
    blankBefore = false
  }
  close()
  return spans
}

/** A fence belongs to the field above it when it stands deeper, or when the field has nothing else for a value. */
function holdsFence(lines: LineIndex, open: FieldSpan, fence: string): boolean {
  const deeper = columnsOf(/^\s*/.exec(fence)?.[0] ?? '') > open.head.indent
  const waiting = open.endLine === open.line && lineText(lines, open.line).slice(open.head.valueStart).trim() === ''
  return deeper || !open.head.bullet || waiting
}

/** A paragraph-style field (`**Do**:` without a bullet) is ended by any field of its kind, wherever that stands. */
function reaches(open: FieldLine, next: FieldLine): boolean {
  return !open.bullet && !next.bullet
}

function goesOn(text: string, head: FieldLine, blankBefore: boolean): boolean {
  const lead = /^\s*/.exec(text)?.[0] ?? ''
  const indent = columnsOf(lead)
  if (indent > head.indent) return true
  const bullet = /^(?:[-*+]|\d{1,9}[.)])\s/.test(text.slice(lead.length))
  if (!head.bullet) return bullet || !blankBefore
  return !bullet && !blankBefore
}

/** A span as the field of the contract: its value with nested lines, dedented. */
export function fieldOf(lines: LineIndex, span: FieldSpan): Field {
  const { head, line } = span
  const nameRange = rangeInLine(line, head.nameStart, head.nameEnd)
  const own = lineText(lines, line).slice(head.valueStart, head.valueEnd ?? undefined)
  const rest: string[] = []
  for (let next = line + 1; next <= span.endLine; next++) rest.push(lineText(lines, next))
  const text = [own.trimEnd(), ...dedent(rest)].join('\n').replace(/^\n+|\s+$/g, '')
  return { name: head.name, nameRange, text, range: valueRange(lines, span, own) }
}

function valueRange(lines: LineIndex, span: FieldSpan, own: string): Range {
  const start = { line: span.line, character: span.head.valueStart }
  if (span.endLine === span.line) {
    return { start, end: { line: span.line, character: span.head.valueStart + own.trimEnd().length } }
  }
  return { start, end: { line: span.endLine, character: lineText(lines, span.endLine).trimEnd().length } }
}

/** Takes the white space away that all lines begin with. */
export function dedent(rows: readonly string[]): readonly string[] {
  const indents = rows.filter((row) => row.trim() !== '').map((row) => /^\s*/.exec(row)?.[0].length ?? 0)
  const shared = indents.length === 0 ? 0 : Math.min(...indents)
  return rows.map((row) => row.slice(Math.min(shared, row.length - row.trimStart().length)).trimEnd())
}
