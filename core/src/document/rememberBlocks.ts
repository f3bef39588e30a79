import type { LineIndex } from '../text/lines'
import { readBlocks, type Blocks } from './blocks'
import { shiftBlocks } from './shift'

/** Reads the blocks of lines by their skeleton. */
export type BlockReader = (lines: LineIndex, skeleton: readonly string[]) => Blocks

/** Skeletons that are remembered: far more than the chunks of a usual plan, and a few megabytes at most. */
const MOST = 10_000

/**
 * Makes a reader that reads each skeleton once: in a long plan many chunks are built alike, and words typed into a
 * line change no block.
 */
export function rememberBlocks(): BlockReader {
  const known = new Map<string, { readonly blocks: Blocks; readonly firstLine: number }>()
  return (lines, skeleton) => {
    const { firstLine } = lines
    // Only the start of a document can hold frontmatter: there the same lines may mean something else.
    const key = `${firstLine === 0 ? 'start' : ''}\n${skeleton.join('\n')}`
    const same = known.get(key)
    if (same !== undefined) return shiftBlocks(same.blocks, firstLine - same.firstLine)
    if (known.size >= MOST) known.clear()
    const blocks = readBlocks(lines, skeleton)
    known.set(key, { blocks, firstLine })
    return blocks
  }
}
