import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import { codeSpans } from './codeSpans'
import type { FieldSpan } from './fieldSpans'
import type { CommitField } from './tasksDocument'

const NONE =
  /^(?:none|n\/?a|nil|no(?:\s+commit)?(?:\s+(?:needed|required|necessary))?|skip(?:ped)?|not\s+applicable|[-–—]+|ninguno|no\s+aplica)(?=$|[\s.,;(–—-])/i
const IF_NEEDED = /\b(?:if|only when|when|solo si|si hay)\b.*|\bas needed\b|\bif\b/i
const NOTE = /\s*\(([^()]*)\)\s*\.?\s*$/

/** Reads a Commit field: the message or none, and whether it counts only when something changed. */
export function readCommit(lines: LineIndex, span: FieldSpan): CommitField {
  const { line, text, start } = valueLine(lines, span)
  const value = text.slice(start).trimEnd()
  const range = rangeInLine(line, start, start + value.length)
  const code = codeSpans(text).find((piece) => piece.outerStart >= start)
  if (
    code !== undefined &&
    text.slice(start, code.outerStart).trim().replace(/[:(]/g, '').length <= 12 &&
    !NONE.test(value)
  ) {
    const note = text.slice(code.outerEnd)
    return { message: emptyToNull(code.text.trim()), onlyIfChanged: IF_NEEDED.test(note), range }
  }
  const bare = value.replace(/^\*{1,2}|\*{1,2}$/g, '').trim()
  if (bare === '' || NONE.test(bare) || /^\((?:none|no)\b/i.test(bare))
    return { message: null, onlyIfChanged: false, range }
  const note = NOTE.exec(bare)
  if (note !== null && IF_NEEDED.test(note[1] ?? '')) {
    return { message: emptyToNull(bare.slice(0, note.index).trim()), onlyIfChanged: true, range }
  }
  return { message: unquoted(bare), onlyIfChanged: /\b(?:if|as) needed\b/i.test(bare), range }
}

/** The line that holds the value: the field's own, or the first one below with words. */
function valueLine(lines: LineIndex, span: FieldSpan): { line: number; text: string; start: number } {
  const own = lineText(lines, span.line).slice(0, span.head.valueEnd ?? undefined)
  if (own.slice(span.head.valueStart).trim() !== '') return { line: span.line, text: own, start: span.head.valueStart }
  for (let line = span.line + 1; line <= span.endLine; line++) {
    const text = lineText(lines, line)
    if (text.trim() === '' || /^\s*(?:`{3,}|~{3,})/.test(text)) continue
    return { line, text, start: /^\s*(?:[-*+]\s+)?/.exec(text)?.[0].length ?? 0 }
  }
  return { line: span.line, text: own, start: span.head.valueStart }
}

function unquoted(text: string): string {
  return /^"[^"]+"$|^'[^']+'$/.test(text) ? text.slice(1, -1) : text
}

function emptyToNull(text: string): string | null {
  return text === '' ? null : text
}
