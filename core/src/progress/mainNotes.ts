import type { Heading, RootContent } from 'mdast'
import { type EntryLine, type ListKind, listKind } from './entries'
import { codeLines, isUnclosedFence } from './fences'
import { type Extent, extentOf, parseMarkdown, plainText, splitLines } from './markdown'
import { isPlaceholder, type SectionKind, sectionKind } from './sectionKind'

/** A section of `.progress.md` that takes up entries. Offsets into its text. */
export interface MainSection {
  readonly depth: number
  /** Where the heading begins. */
  readonly start: number
  /** End of the line of the last block; new entries go below it. */
  readonly end: number
  /** What new entries follow. */
  readonly last: 'heading' | 'block' | ListKind
  /** The words that hold the empty section's place, to be replaced by the first entry. */
  readonly placeholder: Extent | undefined
}

/** `.progress.md` as far as a merge needs it. */
export interface MainNotes {
  readonly completed: MainSection | undefined
  readonly learnings: MainSection | undefined
  /** Where a new section may go at the end: before anything left open there. */
  readonly tail: number
  /** It begins with a line that a later `---` would turn into the start of frontmatter. */
  readonly startsWithBreak: boolean
  readonly completedLines: readonly EntryLine[]
  readonly otherLines: readonly EntryLine[]
}

/** Reads `.progress.md`. The first section of each kind takes up entries; a heading of depth 2 goes before others. */
export function readMainNotes(text: string): MainNotes {
  const all = parseMarkdown(text).children
  const lines = splitLines(text)
  const last = all.at(-1)
  const open = last !== undefined && isOpen(last, lines)
  const nodes = open ? all.slice(0, -1) : all
  const whole = open ? lines.slice(0, extentOf(last).firstLine) : lines
  const code = codeLines(all, lines)
  const completed = new Set<number>()
  for (const at of headingsOf(nodes, 'completed')) {
    const end = nodes[endOfSection(nodes, at)]
    const stop = end === undefined ? lines.length : extentOf(end).firstLine
    for (let line = extentOf(at.heading).firstLine; line < stop; line++) completed.add(line)
  }
  const pick = (inCompleted: boolean): EntryLine[] =>
    whole.flatMap((line, at) => (completed.has(at) === inCompleted ? [{ text: line, code: code.has(at) }] : []))
  return {
    completed: sectionOf(text, nodes, 'completed'),
    learnings: sectionOf(text, nodes, 'learnings'),
    tail: open ? startOfLine(text, extentOf(last).start) : text.length,
    startsWithBreak: all[0]?.type !== 'yaml' && /^(---|\+\+\+)[ \t]*$/.test(lines[0] ?? ''),
    completedLines: pick(true),
    otherLines: pick(false),
  }
}

interface PlacedHeading {
  readonly heading: Heading
  readonly index: number
}

function headingsOf(nodes: readonly RootContent[], kind: SectionKind): readonly PlacedHeading[] {
  return nodes.flatMap((node, index) =>
    node.type === 'heading' && sectionKind(plainText(node)) === kind ? [{ heading: node, index }] : [],
  )
}

/** The next heading of its depth or above ends a section, and so does one that begins a section of these kinds. */
function endOfSection(nodes: readonly RootContent[], { heading, index }: PlacedHeading): number {
  const next = nodes.findIndex((node, at) => {
    if (at <= index || node.type !== 'heading') return false
    const kind = sectionKind(plainText(node))
    return node.depth <= heading.depth || kind === 'completed' || kind === 'learnings'
  })
  return next === -1 ? nodes.length : next
}

function sectionOf(text: string, nodes: readonly RootContent[], kind: SectionKind): MainSection | undefined {
  const found = headingsOf(nodes, kind)
  const chosen = found.find(({ heading }) => heading.depth === 2) ?? found[0]
  if (chosen === undefined) return undefined
  const { heading, index } = chosen
  const body = nodes.slice(index + 1, endOfSection(nodes, chosen))
  while (body.at(-1)?.type === 'thematicBreak') body.pop()
  const only = body[0]
  const isEmpty = body.length === 1 && only !== undefined && holdsPlace(only)
  const last = body.at(-1)
  return {
    depth: heading.depth,
    start: startOfLine(text, extentOf(heading).start),
    end: endOfLine(text, extentOf(last ?? heading).end),
    last: last === undefined ? 'heading' : last.type === 'list' ? listKind(last) : 'block',
    placeholder: isEmpty ? extentOf(only) : undefined,
  }
}

function holdsPlace(node: RootContent): boolean {
  if (node.type === 'paragraph') return isPlaceholder(plainText(node))
  return node.type === 'list' && node.children.length === 1 && isPlaceholder(plainText(node))
}

function startOfLine(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--
  return start
}

function endOfLine(text: string, offset: number): number {
  let end = offset
  while (text[end] === ' ' || text[end] === '\t') end++
  return end
}

/** True for a last block that has no end of its own, such as the fence or the comment of a torn file. */
function isOpen(last: RootContent, lines: readonly string[]): boolean {
  if (last.type === 'html') return openHtml.some(([begin, end]) => begin.test(last.value) && !end.test(last.value))
  return last.type === 'code' && isUnclosedFence(last, lines)
}

/** The HTML blocks of CommonMark that a blank line does not end: how they begin, and what ends them. */
const openHtml: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Za-z]/, />/],
  [/^<(script|pre|style|textarea)(\s|>|$)/i, /<\/(script|pre|style|textarea)>/i],
]
