import type { Nodes, Root } from 'mdast'
import { remark } from 'remark'
import remarkFrontmatter from 'remark-frontmatter'

const plain = remark().freeze()
const withFrontmatter = remark().use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** Frontmatter only where it ends: tried on any other text, its reader leaves block quotes unread. */
const frontmatter = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))?\1[ \t]*(?:\r\n|\n|\r|$)/

/** Where a node stands: offsets in the text and 0-based lines, both ends within the node. */
export interface Extent {
  readonly start: number
  readonly end: number
  readonly firstLine: number
  readonly lastLine: number
  /** 0-based column of its first character. */
  readonly column: number
}

/** Reads notes as Markdown. Never throws; any text is Markdown. */
export function parseMarkdown(text: string): Root {
  return (frontmatter.test(text) ? withFrontmatter : plain).parse(text)
}

/** The extent of a parsed node; an empty one at the start of the text for a node without a position. */
export function extentOf(node: Nodes): Extent {
  const { start, end } = node.position ?? {}
  return {
    start: start?.offset ?? 0,
    end: end?.offset ?? 0,
    firstLine: (start?.line ?? 1) - 1,
    // A block that ends where a line begins (an open fence in a quote) does not reach into that line.
    lastLine: (end?.line ?? 1) - (end?.column === 1 && end.line !== start?.line ? 2 : 1),
    column: (start?.column ?? 1) - 1,
  }
}

/** The readable text of a node and everything in it. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

/** The lines of a text, without their ends; `\n`, `\r\n` and `\r` all end one, as in Markdown. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/)
}
