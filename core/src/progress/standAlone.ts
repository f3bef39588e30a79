import type { Entry, ListKind } from './entries'
import { codeLines, wrapInFence } from './fences'
import { parseMarkdown, plainText, splitLines } from './markdown'
import { sectionKind } from './sectionKind'

/**
 * Makes an entry that says the same wherever it is put. It is tried between a list and a heading: if it swallows the
 * heading (a comment left open), joins the list (indented code), or would begin or end a section, it is quoted in a
 * fence instead.
 */
export function standAlone(lines: readonly string[], list: ListKind | null, depth: number): Entry {
  // Most entries are items without fences and HTML: nothing can happen to those.
  if (list !== null && !lines.some((line) => /```|~~~|</.test(line))) {
    return { list, lines: lines.map((text) => ({ text, code: false })) }
  }
  const gap = list === null ? [''] : []
  const before = [list === 'ordered' ? '0. list' : '- list', ...gap]
  const all = splitLines([...before, ...lines, '', '# end'].join('\n'))
  const nodes = parseMarkdown(all.join('\n')).children
  const last = nodes.at(-1)
  const headings = nodes.slice(0, -1).flatMap((node) => (node.type === 'heading' ? [node] : []))
  const isSafe =
    last?.type === 'heading' &&
    last.position?.start.line === all.length &&
    !/^([ ]{4}|[ ]{0,3}\t)/.test(lines[0] ?? '') &&
    headings.every((heading) => heading.depth > depth && isFree(plainText(heading)))
  if (!isSafe) return { list: null, lines: wrapInFence(lines).map((text) => ({ text, code: true })) }
  const code = codeLines(nodes, all)
  return { list, lines: lines.map((text, at) => ({ text, code: code.has(at + before.length) })) }
}

function isFree(title: string): boolean {
  const kind = sectionKind(title)
  return kind !== 'completed' && kind !== 'learnings'
}
