import type { Code, RootContent } from 'mdast'
import { extentOf } from './markdown'

/** True for a code block between fences, false for an indented one. */
export function isFenced(node: Code, lines: readonly string[]): boolean {
  return openingFence(node, lines) !== ''
}

/** The backticks or tildes that open a code block; '' for an indented one. */
export function openingFence(node: Code, lines: readonly string[]): string {
  const { firstLine, column } = extentOf(node)
  return /^(`{3,}|~{3,})/.exec((lines[firstLine] ?? '').slice(column))?.[1] ?? ''
}

/** True for a fence without an end of its own, which therefore swallows all that follows it. */
export function isUnclosedFence(node: Code, lines: readonly string[]): boolean {
  const fence = openingFence(node, lines)
  if (fence === '') return false
  const { firstLine, lastLine } = extentOf(node)
  // Four spaces make a line text of the fence, not its end.
  const last = (lines[lastLine] ?? '').trimEnd().replace(/^ {0,3}/, '')
  return firstLine === lastLine || last.length < fence.length || last !== fence.charAt(0).repeat(last.length)
}

/** Which lines of these blocks stand in a fence, nested ones included; 0-based lines of the whole text. */
export function codeLines(nodes: readonly RootContent[], lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  const visit = (node: RootContent): void => {
    if (node.type === 'code' && isFenced(node, lines)) {
      const { firstLine, lastLine } = extentOf(node)
      for (let line = firstLine; line <= lastLine; line++) found.add(line)
    } else if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return found
}

/** The lines as a code block of their own, whose fence is longer than any within. */
export function wrapInFence(lines: readonly string[]): readonly string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...lines, fence]
}
