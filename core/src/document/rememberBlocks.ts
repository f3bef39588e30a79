import type { LineIndex } from '../text/lines'
import { readBlocks, type Blocks } from './blocks'
import { shiftBlocks } from './shift'

/** Reads the blocks of lines behind the first line of a document, by their skeleton. */
export type BlockReader = (lines: LineIndex, skeleton: readonly string[]) => Blocks

/** Makes a reader that reads each skeleton once: in a long plan many chunks are built alike. */
export function rememberBlocks(): BlockReader {
  const known = new Map<string, { readonly blocks: Blocks; readonly firstLine: number }>()
  return (lines, skeleton) => {
    const { firstLine } = lines
    const key = skeleton.join('\n')
    const same = known.get(key)
    if (same !== undefined) return shiftBlocks(same.blocks, firstLine - same.firstLine)
    const blocks = readBlocks(lines, skeleton)
    known.set(key, { blocks, firstLine })
    return blocks
  }
}
