import type { List, RootContent } from 'mdast'
import { blockLines, itemLines } from './entryLines'
import { plainText, splitLines } from './markdown'
import { isPlaceholder } from './sectionKind'
import { standAlone } from './standAlone'

/** One line of an entry; `code` when it stands in a fence. Without its line end. */
export interface EntryLine {
  readonly text: string
  readonly code: boolean
}

/** What kind of list an entry is an item of. */
export type ListKind = 'bullet' | 'ordered'

/** The smallest piece of notes that is merged: a list item, a run of prose, or a sub-heading with what is below it. */
export interface Entry {
  readonly lines: readonly EntryLine[]
  /** The list it is an item of, or null; items of one kind follow each other without a blank line. */
  readonly list: ListKind | null
}

/**
 * Cuts the blocks of a section into entries. Headings become deeper than `depth`, so that no entry ends the section
 * that takes it up; what would swallow the text behind it is closed or quoted. Placeholders give no entry.
 */
export function entriesOf(nodes: readonly RootContent[], text: string, depth: number): readonly Entry[] {
  const lines = splitLines(text)
  const entries: Entry[] = []
  let run: RootContent[] = []
  const endRun = (): void => {
    if (run.length > 0) entries.push(standAlone(blockLines(run, lines, depth), null, depth))
    run = []
  }
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node === undefined) continue
    if (node.type === 'heading') {
      endRun()
      const end = endOfHeading(nodes, at, node.depth)
      const below = nodes.slice(at, end).filter((other) => other.type !== 'thematicBreak')
      if (below.length > 1) entries.push(standAlone(blockLines(below, lines, depth), null, depth))
      at = end - 1
    } else if (node.type === 'list') {
      endRun()
      for (const item of node.children) {
        const words = plainText(item)
        if (words.trim() !== '' && !isPlaceholder(words))
          entries.push(standAlone(itemLines(item, lines), listKind(node), depth))
      }
    } else if (node.type === 'thematicBreak' || (node.type === 'paragraph' && isPlaceholder(plainText(node)))) endRun()
    else run.push(node)
  }
  endRun()
  return entries.filter((entry) => entry.lines.length > 0)
}

/** Whether a list is numbered. */
export function listKind(list: List): ListKind {
  return list.ordered === true ? 'ordered' : 'bullet'
}

/** The index behind the last block below a heading: the next heading of its depth or above ends it. */
function endOfHeading(nodes: readonly RootContent[], at: number, depth: number): number {
  const next = nodes.findIndex((node, index) => index > at && node.type === 'heading' && node.depth <= depth)
  return next === -1 ? nodes.length : next
}
