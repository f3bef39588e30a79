import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { FenceBlock } from './blocks'
import { codeSpans } from './codeSpans'
import type { FieldSpan } from './fieldSpans'
import { useOfWords } from './fileUse'
import { isBarePath, isFieldPath, namesNothing, withoutLines } from './pathText'
import { splitList, type Piece } from './splitList'
import type { FileReference } from './tasksDocument'

/** The paths of a Files field, in order; none for `None`, `N/A` and prose. */
export function readFiles(lines: LineIndex, span: FieldSpan, fences: readonly FenceBlock[]): readonly FileReference[] {
  const found: FileReference[] = []
  for (let line = span.line; line <= span.endLine; line++) {
    const fence = fences.find((block) => block.start === line)
    if (fence !== undefined) {
      line = Math.max(line, fence.end)
      continue
    }
    const text = lineText(lines, line)
    const start = line === span.line ? span.head.valueStart : bulletEnd(text)
    const end = line === span.line ? (span.head.valueEnd ?? text.length) : text.length
    if (namesNothing(text.slice(start, end))) continue
    for (const piece of splitList(text, start, end)) found.push(...filesOfPiece(text, piece, line))
  }
  return found
}

function bulletEnd(text: string): number {
  return /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX~-]\]\s+)?/.exec(text)?.[0].length ?? 0
}

const NOTE = /^\s*(?:lines?\s+[\d,\s–-]+)?\s*[(（]([^()（）]*(?:\([^()]*\)[^()]*)*)[)）]|^\s*[-–—:]+\s+(.*)$/i

function filesOfPiece(text: string, piece: Piece, line: number): readonly FileReference[] {
  const codes = codeSpans(text).filter((code) => code.outerStart >= piece.start && code.outerEnd <= piece.end)
  const first = codes[0]
  if (first === undefined || /[(（]/.test(text.slice(piece.start, first.outerStart))) return bareFile(piece, line)
  const lead = text.slice(piece.start, first.outerStart).trim()
  return codes.flatMap((code, position) => {
    const next = codes[position + 1]
    const behind = text.slice(code.outerEnd, next?.outerStart ?? piece.end)
    const between = text.slice(codes[position - 1]?.outerEnd ?? piece.start, code.outerStart)
    const alone =
      position === 0 ? lead === '' || useOfWords(lead) !== 'unknown' : /^\s*(?:and|&|\+|\/|or|→|->)?\s*$/i.test(between)
    const path = withoutLines(code.text.trim())
    const sure = /[\\/]|\.\w/.test(path)
    if (!isFieldPath(path) || !(sure || alone)) return []
    if (position > 0 && !alone) return []
    const note = noteOf(behind)
    const use = useOfWords(note) === 'unknown' ? useOfWords(lead) : useOfWords(note)
    const start = code.start + code.text.indexOf(path)
    return [{ path, note, use, range: rangeInLine(line, start, start + path.length) }]
  })
}

function noteOf(behind: string): string | null {
  const match = NOTE.exec(behind)
  return (match?.[1] ?? match?.[2])?.trim() ?? null
}

const VERB = /^(?:\*{0,2}(?:create|modify|update|delete|edit|new|read|add)\*{0,2}\s*[:：]?|\p{L}+[:：])\s+/iu

function bareFile(piece: Piece, line: number): readonly FileReference[] {
  const verb = VERB.exec(piece.text)?.[0] ?? ''
  const words = piece.text.slice(verb.length)
  const word = /^[^\s(（]+(?:\([^)\s]*\)\S*)?/.exec(words)?.[0].replace(/[.:：]+$/, '') ?? ''
  const behind = words.slice(word.length)
  const path = withoutLines(word)
  if (!isBarePath(path) || !/^[.:：]*\s*(?:$|[(（–—-]|->|→|lines?\s|L\d|and\s|\+\s|#)/i.test(behind)) return []
  const note = noteOf(behind)
  const use = useOfWords(note) === 'unknown' ? useOfWords(verb) : useOfWords(note)
  const start = piece.start + verb.length
  return [{ path, note, use, range: rangeInLine(line, start, start + path.length) }]
}
