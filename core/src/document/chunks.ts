import { indexLines, lineText, type LineIndex } from '../text/lines'
import { readBlocks, type Blocks } from './blocks'
import { createFenceSearch, type FenceSearch } from './fenceSearch'
import { nextCut, opensFrontmatter } from './nextCut'
import { rememberBlocks, type BlockReader } from './rememberBlocks'
import { skeletonOf } from './skeleton'

/** A piece of a document that means the same alone as within the whole, with its block structure. */
export interface Chunk {
  readonly lines: LineIndex
  readonly blocks: Blocks
  /** Lines of fences that never close; what follows them is read as if they were not there. */
  readonly unclosed: readonly number[]
  /** Marks (a fence's, or `---`) that were looked for in the rest of the document and not found. */
  readonly dangling: readonly string[]
}

/** What is known of the document around a text that is to be cut. */
export interface Surroundings {
  /** Line on which the text begins; 0 only at the start of the document. */
  readonly firstLine: number
  /** The text ends the document. */
  readonly isEnd: boolean
  /** Whether the document closes `marks` somewhere behind the text. */
  later(marks: string): boolean
}

/** Characters below which two pieces are not worth the cut. */
export const MINIMUM = 500

/** Cuts a whole document into chunks; together they are the text, in order. An empty text is one empty chunk. */
export function cutChunks(text: string, read: BlockReader = rememberBlocks()): readonly Chunk[] {
  return cutText(text, { firstLine: 0, isEnd: true, later: () => false }, read) ?? []
}

/**
 * Cuts a text that begins, and unless it ends the document also ends, where a document may be cut.
 * Undefined when something is still open at its end, so that the text needs more of the document to be cut.
 */
export function cutText(text: string, around: Surroundings, read: BlockReader): readonly Chunk[] | undefined {
  const search = createFenceSearch(text)
  const chunks: Chunk[] = []
  const frontmatter = around.firstLine === 0 && opensFrontmatter(text)
  if (frontmatter && around.later('---')) return undefined
  let { firstLine } = around
  let start = 0
  do {
    const chunk = cutChunk(text, start, { ...around, firstLine }, { search, read })
    if (chunk === undefined) return undefined
    chunks.push(start === 0 && frontmatter ? { ...chunk, dangling: [...chunk.dangling, '---'] } : chunk)
    start += chunk.lines.text.length
    firstLine += chunk.lines.starts.length - 1
  } while (start < text.length)
  return chunks
}

/**
 * Cuts the chunk that begins at `start`, a place where nothing is open.
 * A proposed end is right only if remark leaves no fence and no HTML block open there; else the chunk grows
 * past that block's end. A fence without an end is taken out instead of swallowing the rest of the document.
 */
function cutChunk(
  text: string,
  start: number,
  around: Surroundings,
  { search, read }: { readonly search: FenceSearch; readonly read: BlockReader },
): Chunk | undefined {
  const unclosed: number[] = []
  const dangling = new Set<string>()
  const seek: FenceSearch = (marks, from) => {
    const close = search(marks, from)
    if (close < 0) dangling.add(marks)
    return close
  }
  let end = nextCut(
    text,
    { from: start, minimum: start + MINIMUM, isStart: around.firstLine === 0 && start === 0 },
    seek,
  )
  for (;;) {
    const lines = indexLines(text.slice(start, end), around.firstLine)
    const skeleton = skeletonOf(lines)
    const blocks = unclosed.length === 0 ? read(lines, skeleton) : readBlocks(lines, skeleton, unclosed)
    const chunk = { lines, blocks, unclosed, dangling: [...dangling] }
    const { open } = blocks
    if (open === null) return chunk
    if (open.kind === 'fence') {
      const marks = /`{3,}|~{3,}/.exec(lineText(lines, open.line))?.[0] ?? '```'
      const close = seek(marks, end)
      if (close >= 0) end = nextCut(text, { from: close, minimum: close, isStart: false }, seek)
      else if (!around.isEnd && around.later(marks)) return undefined
      else if (unclosed.includes(open.line)) return chunk
      else unclosed.push(open.line)
    } else {
      if (end === text.length) return around.isEnd ? chunk : undefined
      const close = endOfHtml(text, end, open.until)
      end = close < 0 ? text.length : nextCut(text, { from: close, minimum: close, isStart: false }, seek)
    }
  }
}

/** Offset of the line behind the one that ends an HTML block, or -1. */
function endOfHtml(text: string, from: number, until: RegExp): number {
  const lineEnd = /\r\n|\n|\r|$/g
  for (let offset = from; offset < text.length;) {
    lineEnd.lastIndex = offset
    const end = lineEnd.exec(text)
    const behind = end === null ? text.length : end.index + end[0].length
    if (until.test(text.slice(offset, end?.index))) return behind
    offset = behind
  }
  return -1
}
