import { offsetAt } from '../text/lines'
import type { Position, TextEdit } from '../text/position'
import { cutText, MINIMUM, type Chunk } from './chunks'
import { createFenceSearch } from './fenceSearch'
import { closesFrontmatter } from './nextCut'
import { readChunk } from './readChunk'
import type { Reading } from './reading'
import type { BlockReader } from './rememberBlocks'

/** A chunk with what was read from it; where it stands now is known by its neighbours alone. */
export interface Piece {
  readonly chunk: Chunk
  readonly reading: Reading
}

/** The line each piece begins on, in order. */
export function startLines(pieces: readonly Piece[]): readonly number[] {
  let line = 0
  return pieces.map(({ chunk }) => {
    const start = line
    line += chunk.lines.starts.length - 1
    return start
  })
}

/** How many lines begin in these pieces behind their first. */
export function linesOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { chunk }) => sum + chunk.lines.starts.length - 1, 0)
}

/** A piece of a chunk, read. */
export function pieceOf(chunk: Chunk): Piece {
  return { chunk, reading: readChunk(chunk) }
}

/** The pieces of a document, in order. */
export interface PlacedPieces {
  readonly pieces: readonly Piece[]
  /** The line each of them begins on. */
  readonly starts: readonly number[]
}

/** What an edit did to the pieces of a document. */
export interface PieceChange extends PlacedPieces {
  /** The line on which the changed pieces begin, and their old and new ones. */
  readonly firstLine: number
  readonly removed: readonly Piece[]
  readonly added: readonly Piece[]
  /** The removed pieces were the last of the document. */
  readonly isEnd: boolean
}

/**
 * Carries out an edit. Only the pieces it touches are cut and read anew, along with the one before when the
 * edit reaches the line at which they begin, and with those behind as long as something is left open.
 */
export function editPieces({ pieces, starts }: PlacedPieces, edit: TextEdit, read: BlockReader): PieceChange {
  const first = pieceAt(starts, edit.range.start.line)
  const last = Math.max(first, pieceAt(starts, edit.range.end.line))
  let from = first > 0 && edit.range.start.line <= (starts[first] ?? 0) ? first - 1 : first
  const before = textOf(pieces, from, first) + textBefore(pieces[first], starts[first] ?? 0, edit.range.start)
  const after = textBehind(pieces[last], starts[last] ?? 0, edit.range.end)
  let text = before + edit.newText + after
  const waiting = firstWaiting(pieces, from, text)
  if (waiting < from) {
    text = textOf(pieces, waiting, from) + text
    from = waiting
  }
  let to = last + 1
  for (;;) {
    while (text.length < MINIMUM && to < pieces.length) text += pieces[to++]?.chunk.lines.text ?? ''
    const removed = pieces.slice(from, to)
    const around = {
      firstLine: starts[from] ?? 0,
      isEnd: to === pieces.length,
      later: (marks: string) => closesLater(pieces, to, marks),
    }
    const chunks = cutText(text, around, read)
    if (chunks !== undefined) {
      const added = reusePieces(removed, chunks, removed.length === pieces.length)
      const change = { pieces: pieces.toSpliced(from, removed.length, ...added), firstLine: starts[from] ?? 0 }
      return {
        ...change,
        starts: moveStarts(starts, from, removed, added),
        removed,
        added,
        isEnd: to === pieces.length,
      }
    }
    const more = Math.min(pieces.length, to + Math.max(1, to - from))
    text += textOf(pieces, to, more)
    to = more
  }
}

function moveStarts(
  starts: readonly number[],
  from: number,
  removed: readonly Piece[],
  added: readonly Piece[],
): readonly number[] {
  const first = starts[from] ?? 0
  const by = linesOf(added) - linesOf(removed)
  const inside = startLines(added).map((line) => line + first)
  if (by === 0) return starts.toSpliced(from, removed.length, ...inside)
  const behind = starts.slice(from + removed.length).map((line) => line + by)
  return [...starts.slice(0, from), ...inside, ...behind]
}

function pieceAt(starts: readonly number[], line: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= line) low = middle
    else high = middle - 1
  }
  return low
}

function textOf(pieces: readonly Piece[], from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += pieces[at]?.chunk.lines.text ?? ''
  return text
}

function textBefore(piece: Piece | undefined, start: number, position: Position): string {
  return piece?.chunk.lines.text.slice(0, offsetIn(piece, start, position)) ?? ''
}

function textBehind(piece: Piece | undefined, start: number, position: Position): string {
  return piece?.chunk.lines.text.slice(offsetIn(piece, start, position)) ?? ''
}

function offsetIn({ chunk: { lines } }: Piece, start: number, position: Position): number {
  return offsetAt(lines, { line: position.line - start + lines.firstLine, character: position.character })
}

/** The first piece in front of `from` that looked in vain for what the new text holds; `from` when none did. */
function firstWaiting(pieces: readonly Piece[], from: number, text: string): number {
  const search = createFenceSearch(text)
  for (let at = 0; at < from; at++) {
    const dangling = pieces[at]?.chunk.dangling ?? []
    if (dangling.some((marks) => (marks === '---' ? closesFrontmatter(text) : search(marks, 0) >= 0))) return at
  }
  return from
}

function closesLater(pieces: readonly Piece[], from: number, marks: string): boolean {
  for (let at = from; at < pieces.length; at++) {
    const text = pieces[at]?.chunk.lines.text ?? ''
    if (marks === '---' ? closesFrontmatter(text) : createFenceSearch(text)(marks, 0) >= 0) return true
  }
  return false
}

/** Reads the chunks, save those whose text stood in an old piece: that piece goes on. An emptied chunk goes. */
function reusePieces(old: readonly Piece[], chunks: readonly Chunk[], whole: boolean): readonly Piece[] {
  const kept = chunks.filter((chunk) => chunk.lines.text !== '' || (whole && chunks.length === 1))
  return kept.map((chunk) => {
    const same = old.find((piece) => isSame(piece.chunk, chunk))
    return same ?? pieceOf(chunk)
  })
}

function isSame(a: Chunk, b: Chunk): boolean {
  return (
    a.lines.text === b.lines.text &&
    (a.lines.firstLine === 0) === (b.lines.firstLine === 0) &&
    a.unclosed.length === b.unclosed.length &&
    a.dangling.join() === b.dangling.join()
  )
}
