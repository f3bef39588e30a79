import type { TextEdit } from '../text/position'
import { assemble, wholeOf, type Assembled, type ParseOptions, type PlaceReading } from './assemble'
import { addCensus, emptyCensus, type Census } from './census'
import { cutChunks } from './chunks'
import { patchDocument } from './patch'
import { editPieces, pieceOf, startLines, type PlacedPieces } from './pieces'
import { rememberBlocks, type BlockReader } from './rememberBlocks'
import { rememberPlaces } from './rememberPlaces'
import type { TasksDocument } from './tasksDocument'

/** Keeps a document parsed while it is edited; the answer always equals a fresh parse of the whole text. */
export interface IncrementalParser {
  /**
   * Takes a whole new text, or edits that all refer to the text before the change and do not overlap; reads
   * what they touch and no more. Parts of the document that stay what they were stay the same objects.
   */
  update(change: string | readonly TextEdit[]): TasksDocument
}

/** Makes a parser for one document, which is empty at first. */
export function createIncrementalParser(options: ParseOptions = {}): IncrementalParser {
  const reader = { options, readBlocks: rememberBlocks(), place: rememberPlaces() }
  let now = read('', reader)
  return {
    update(change) {
      if (typeof change === 'string') now = read(change, reader)
      else for (const edit of lastFirst(change)) now = edited(now, edit, reader)
      return documentOf(now)
    },
  }
}

/** How a document is read, and what is remembered of earlier readings. */
interface Reader {
  readonly options: ParseOptions
  readonly readBlocks: BlockReader
  readonly place: PlaceReading
}

interface Parsed extends PlacedPieces {
  readonly census: Census
  readonly assembled: Assembled
}

function read(text: string, reader: Reader): Parsed {
  const pieces = cutChunks(text, reader.readBlocks).map(pieceOf)
  const census = pieces.reduce((sum, { reading }) => addCensus(sum, reading.census), emptyCensus)
  const starts = startLines(pieces)
  return { pieces, starts, census, assembled: assembled({ pieces, starts }, reader) }
}

function edited(before: Parsed, edit: TextEdit, reader: Reader): Parsed {
  const change = editPieces(before, edit, reader.readBlocks)
  const without = change.removed.reduce((sum, { reading }) => addCensus(sum, reading.census, -1), before.census)
  const census = change.added.reduce((sum, { reading }) => addCensus(sum, reading.census), without)
  const old = wholeOf(before.census, reader.options.path)
  const whole = wholeOf(census, reader.options.path)
  const sameWhole = whole.rules === old.rules && whole.anyIds === old.anyIds && whole.headingTasks === old.headingTasks
  const patched = sameWhole ? patchDocument(before.assembled, change, whole, reader.place) : undefined
  const { pieces, starts } = change
  return { pieces, starts, census, assembled: patched ?? assembled(change, reader) }
}

function assembled({ pieces, starts }: PlacedPieces, { options, place }: Reader): Assembled {
  const readings = pieces.map(({ chunk, reading }, at) => ({
    reading,
    shift: (starts[at] ?? 0) - chunk.lines.firstLine,
  }))
  return assemble(readings, options, place)
}

function documentOf({ pieces, assembled }: Parsed): TasksDocument {
  let text: string | undefined
  return {
    ...assembled,
    get text() {
      text ??= pieces.map(({ chunk }) => chunk.lines.text).join('')
      return text
    },
  }
}

/** The last edit first, so that the ones before it still find their places; of insertions at one place the last one. */
function lastFirst(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => compare(b.edit, a.edit) || b.order - a.order)
    .map(({ edit }) => edit)
}

function compare(a: TextEdit, b: TextEdit): number {
  const [from, to] = [a.range, b.range]
  return (
    from.start.line - to.start.line ||
    from.start.character - to.start.character ||
    from.end.line - to.end.line ||
    from.end.character - to.end.character
  )
}
