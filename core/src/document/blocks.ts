import type { Html, List, RootContent } from 'mdast'
import { lineText, type LineIndex } from '../text/lines'
import { blockParser, frontmatterParser } from './blockParser'

/** Lines `start` to `end`, both included. */
export interface LineSpan {
  readonly start: number
  readonly end: number
}

/** A heading. */
export interface HeadingBlock extends LineSpan {
  readonly depth: number
  /** True for `===` and `---` underlines. */
  readonly underlined: boolean
}

/** A fenced code block, its fences included. */
export interface FenceBlock extends LineSpan {
  /** False when it ends with its list item, or with the text, without a closing line. */
  readonly closed: boolean
}

/** A list item by the line it begins on. */
export interface ItemBlock {
  readonly end: number
  /** Last line of its first paragraph, the item's own words. */
  readonly wordsEnd: number
}

/** What remark makes of a text: the block structure by line numbers, and nothing of the words. */
export interface Blocks {
  /** Headings of the document itself; those inside list items and quotes divide nothing. */
  readonly headings: readonly HeadingBlock[]
  readonly fences: readonly FenceBlock[]
  /** Comments, scripts and the like, in which no box counts. */
  readonly hidden: readonly LineSpan[]
  readonly items: ReadonlyMap<number, ItemBlock>
  readonly rules: readonly number[]
  /** Last line of the frontmatter, or -1. */
  readonly frontmatterEnd: number
  /** The block that is still open where the text ends. */
  readonly open: OpenBlock | null
}

/** A block that is still open where the text ends, so that what follows may belong to it. `until` ends it. */
export type OpenBlock =
  | { readonly kind: 'fence'; readonly line: number }
  | { readonly kind: 'html'; readonly line: number; readonly until: RegExp }

interface Gathered {
  readonly headings: HeadingBlock[]
  readonly fences: FenceBlock[]
  readonly hidden: LineSpan[]
  readonly items: Map<number, ItemBlock>
  readonly rules: number[]
}

/**
 * Reads the block structure of lines by their skeleton. `blank` names lines that are read as if they were empty
 * (fences that never close).
 * Only a text that begins the document (`firstLine` 0) can have frontmatter. Never throws.
 */
export function readBlocks(lines: LineIndex, skeleton: readonly string[], blank: readonly number[] = []): Blocks {
  const kept = [...skeleton]
  for (const line of blank) kept[line - lines.firstLine] = ''
  const first = kept[0] ?? ''
  if (lines.firstLine === 0) kept[0] = first.replace(/^\uFEFF/, '')
  const parser = lines.firstLine === 0 ? frontmatterParser : blockParser
  const root = parser.parse(kept.join('\n'))
  const gathered: Gathered = { headings: [], fences: [], hidden: [], items: new Map(), rules: [] }
  let frontmatterEnd = -1
  for (const node of root.children) {
    if (node.type === 'yaml') frontmatterEnd = spanOf(node, lines).end
    gather(node, lines, gathered, true)
  }
  return { ...gathered, frontmatterEnd, open: openAtEnd(root.children.at(-1), lines, gathered) }
}

function gather(node: RootContent, lines: LineIndex, into: Gathered, top: boolean): void {
  if (node.type === 'list') gatherItems(node, lines, into)
  else if (node.type === 'blockquote') into.hidden.push(spanOf(node, lines))
  else if (node.type === 'html' && hiddenUntil(node) !== undefined) into.hidden.push(spanOf(node, lines))
  else if (node.type === 'thematicBreak' && top) into.rules.push(spanOf(node, lines).start)
  else if (node.type === 'heading' && top) {
    into.headings.push({ ...spanOf(node, lines), depth: node.depth, underlined: isUnderlined(node, lines) })
  } else if (node.type === 'code') {
    const fence = fenceOf(node, lines)
    if (fence !== undefined) into.fences.push(fence)
  }
}

function gatherItems(list: List, lines: LineIndex, into: Gathered): void {
  for (const item of list.children) {
    const span = spanOf(item, lines)
    const words = item.children[0]
    const wordsEnd = words?.type === 'paragraph' ? spanOf(words, lines).end : span.start
    if (!into.items.has(span.start)) into.items.set(span.start, { end: span.end, wordsEnd })
    for (const child of item.children) gather(child, lines, into, false)
  }
}

/** A block that another block cuts off ends, for remark, in front of the next line; that line is not its own. */
function spanOf(node: RootContent, lines: LineIndex): LineSpan {
  const start = node.position?.start ?? { line: 1, column: 1 }
  const end = node.position?.end ?? start
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line
  return { start: start.line - 1 + lines.firstLine, end: last - 1 + lines.firstLine }
}

function isUnderlined(node: RootContent, lines: LineIndex): boolean {
  const { start, end } = spanOf(node, lines)
  return end > start || !/^ {0,3}#/.test(lineText(lines, start))
}

/** A fence begins with its marks; code by indentation begins with white space, whatever it says. */
const OPENING = /^(`{3,}|~{3,})/

/** The fence a code node stands for; undefined for code by indentation. */
function fenceOf(node: RootContent, lines: LineIndex): FenceBlock | undefined {
  const span = spanOf(node, lines)
  const marks = OPENING.exec(lineText(lines, span.start).slice((node.position?.start.column ?? 1) - 1))?.[1]
  if (marks === undefined) return undefined
  const last = lineText(lines, span.end).trim()
  const closed = span.end > span.start && isClosing(last, marks)
  return { ...span, closed }
}

/** Whether a trimmed line closes a fence that was opened with `marks`. */
function isClosing(line: string, marks: string): boolean {
  const mark = marks.charAt(0)
  return line.length >= marks.length && line === mark.repeat(line.length)
}

const ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Za-z]/, />/],
]

/** What ends an HTML block whose content is not meant to be read as Markdown; undefined for `<div>` and its kin. */
function hiddenUntil(node: Html): RegExp | undefined {
  const text = node.value.trimStart()
  return ENDS.find(([start]) => start.test(text))?.[1]
}

function openAtEnd(node: RootContent | undefined, lines: LineIndex, gathered: Gathered): OpenBlock | null {
  if (node === undefined) return null
  const { start, end } = spanOf(node, lines)
  if (node.type === 'code') {
    const fence = gathered.fences.at(-1)
    return fence !== undefined && fence.start === start && !fence.closed ? { kind: 'fence', line: start } : null
  }
  if (node.type !== 'html') return null
  const until = hiddenUntil(node)
  if (until !== undefined) return until.test(node.value) ? null : { kind: 'html', line: start, until }
  const lastLine = lines.firstLine + lines.starts.length - 1
  const blankBehind = end < lastLine - 1 || (end === lastLine - 1 && lineText(lines, lastLine) !== '')
  return blankBehind ? null : { kind: 'html', line: start, until: /^\s*$/ }
}
