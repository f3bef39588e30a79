import type { Entry } from './entries'
import type { MainNotes, MainSection } from './mainNotes'

/** A piece that goes between two offsets of a text; what stands between them goes. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly body: string
  /** It continues the line above it: no blank line between. */
  readonly tight: boolean
}

/**
 * Puts entries below the sections of `.progress.md` and makes the sections that are missing: Completed Tasks before
 * Learnings, both at the end when there is neither. Everything that was there stays, but for a placeholder.
 */
export function insertEntries(
  text: string,
  notes: MainNotes,
  completed: readonly Entry[],
  learnings: readonly Entry[],
): string {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const first =
    notes.completed === undefined
      ? newSection('Completed Tasks', completed, notes.learnings?.start ?? notes.tail, eol)
      : fill(notes.completed, completed, eol)
  const second =
    notes.learnings === undefined
      ? newSection('Learnings', learnings, notes.completed?.end ?? notes.tail, eol)
      : fill(notes.learnings, learnings, eol)
  const lastFirst = first.from > second.from ? [first, second] : [second, first]
  return lastFirst.reduce((now, piece) => place(now, piece, eol), text)
}

function fill(section: MainSection, entries: readonly Entry[], eol: string): Piece {
  const { placeholder } = section
  const tight = section.last === 'heading' ? isItem(entries[0]) : follows(section.last, entries[0])
  return {
    from: placeholder?.start ?? section.end,
    to: placeholder?.end ?? section.end,
    body: join(entries, eol),
    tight: placeholder !== undefined || tight,
  }
}

function newSection(title: string, entries: readonly Entry[], at: number, eol: string): Piece {
  const gap = isItem(entries[0]) ? eol : eol + eol
  const body = entries.length === 0 ? '' : `## ${title}${gap}${join(entries, eol)}`
  return { from: at, to: at, body, tight: false }
}

function place(text: string, piece: Piece, eol: string): string {
  if (piece.body === '') return text
  const before = text.slice(0, piece.from)
  const after = text.slice(piece.to)
  const above = before.trim() === '' ? 2 : lineEnds(/(?:[ \t]*(?:\r\n|\n|\r))*$/.exec(before)?.[0])
  const below = after.trim() === '' ? lineEnds(after) + 1 : lineEnds(/^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(after)?.[0])
  const gap = eol.repeat(Math.max(0, (piece.tight ? 1 : 2) - above))
  // An indented line behind a list would be read as part of its last item; a comment is what ends a list.
  const isIndented = /^\s*[\r\n][ \t]+\S/.test(after)
  const body = isIndented ? `${piece.body}${eol}${eol}<!-- -->` : piece.body
  return before + gap + body + eol.repeat(Math.max(0, 2 - below)) + after
}

function join(entries: readonly Entry[], eol: string): string {
  return entries
    .map((entry, at) => {
      const before = entries[at - 1]
      const gap = before === undefined ? '' : follows(before.list, entry) ? eol : eol + eol
      return gap + entry.lines.map((line) => line.text).join(eol)
    })
    .join('')
}

/** A numbered item right below a bullet would be read as part of its text. */
function follows(above: MainSection['last'] | null, entry: Entry | undefined): boolean {
  if (entry?.list === 'bullet') return above === 'bullet' || above === 'ordered'
  return entry?.list === 'ordered' && above === 'ordered'
}

function isItem(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.list !== null
}

function lineEnds(text: string | undefined): number {
  return (text?.match(/\r\n|\n|\r/g) ?? []).length
}
