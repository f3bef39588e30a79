import type { Heading, ListItem, RootContent } from 'mdast'
import { isFenced, isUnclosedFence, openingFence } from './fences'
import { type Extent, extentOf } from './markdown'

/** The lines of a list item, moved to the start of the line. */
export function itemLines(item: ListItem, lines: readonly string[]): readonly string[] {
  const extent = extentOf(item)
  return dedent(slice(extent, lines), extent.column)
}

/**
 * The lines of blocks that follow each other, moved to the start of the line, with headings deeper than `depth`.
 * A fence that a torn file left open is closed.
 */
export function blockLines(nodes: readonly RootContent[], lines: readonly string[], depth: number): readonly string[] {
  const last = nodes.at(-1)
  const found = nodes.flatMap((node, at) => {
    const extent = extentOf(node)
    const before = nodes[at - 1]
    const gap = before === undefined ? 0 : extent.firstLine - extentOf(before).lastLine - 1
    const own = node.type === 'heading' ? [heading(node, lines, depth)] : aligned(node, slice(extent, lines), lines)
    return gap > 0 ? ['', ...own] : own
  })
  return last?.type === 'code' && isUnclosedFence(last, lines) ? [...found, openingFence(last, lines)] : found
}

/** A block that is indented a little would become part of a list item above it. */
function aligned(node: RootContent, found: readonly string[], lines: readonly string[]): readonly string[] {
  const { column } = extentOf(node)
  if (node.type === 'code') return isFenced(node, lines) ? dedent(found, column) : found
  return [...dedent(found.slice(0, 1), column), ...found.slice(1)]
}

function dedent(found: readonly string[], columns: number): readonly string[] {
  if (columns === 0) return found
  const indent = new RegExp(`^[ \\t]{0,${columns}}`)
  return found.map((line) => line.replace(indent, ''))
}

function heading(node: Heading, lines: readonly string[], depth: number): string {
  const extent = extentOf(node)
  const marks = '#'.repeat(Math.min(6, Math.max(node.depth, depth + 1)))
  const written = lines.slice(extent.firstLine, extent.lastLine + 1).map((line) => line.trim())
  const isUnderlined = written.length > 1
  const words = isUnderlined ? written.slice(0, -1).join(' ') : (written[0] ?? '').replace(/^#{1,6}/, '')
  return `${marks} ${words.trim()}`
}

function slice(extent: Extent, lines: readonly string[]): readonly string[] {
  const found = lines.slice(extent.firstLine, extent.lastLine + 1).map((line) => line.trimEnd())
  while (found.at(-1) === '') found.pop()
  return found
}
