import type { LineIndex } from '../text/lines'
import { readBlocks, type Blocks } from './blocks'
import { shiftBlocks } from './shift'

/** Reads the blocks of lines by their skeleton. */
export type BlockReader = (lines: LineIndex, skeleton: readonly string[]) => Blocks

/**
 * Characters of skeletons that are remembered: far more than those of a usual plan. Their number alone bounds nothing:
 * a comment that is still open makes one skeleton of all that follows, and a new one with each character typed into it.
 */
const MOST = 1_000_000

/**
 * Makes a reader that reads each skeleton once: in a long plan many chunks are built alike, and words typed into a
 * line change no block.
 */
export function rememberBlocks(): BlockReader {
  const known = new Map<string, { readonly blocks: Blocks; readonly firstLine: number }>()
  let size = 0
  return (lines, skeleton) => {
    const { firstLine } = lines
    // Only the start of a document can hold frontmatter: there the same lines may mean something else.
    const key = `${firstLine === 0 ? 'start' : ''}\n${skeleton.join('\n')}`
    const same = known.get(key)
    if (same !== undefined) return shiftBlocks(same.blocks, firstLine - same.firstLine)
    const blocks = readBlocks(lines, skeleton)
    if (size + key.length > MOST) {
      known.clear()
      size = 0
    }
    size += key.length
    known.set(key, { blocks, firstLine })
    return blocks
  }
}
