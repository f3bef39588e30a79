import type { RootContent } from 'mdast'
import { type Entry, entriesOf } from './entries'
import { parseMarkdown, plainText } from './markdown'
import { isNoteHeading, type SectionKind, sectionKind } from './sectionKind'

/** What one task's progress file has to add to `.progress.md`. */
export interface ProgressPart {
  readonly completed: readonly Entry[]
  readonly learnings: readonly Entry[]
}

/**
 * Reads a task's progress file. Completed entries come from `## Completed Tasks` (or `## Completed`), learnings from
 * `## Learnings`; other notes (`### Verification: …`, `## Decisions`) go with the learnings, below their own heading.
 * The title and sections that tell where the spec stands are left out: they belong to `.progress.md`.
 * Undefined when the file has neither of the two sections: it is torn, or no progress file at all.
 * `depths` are those of the sections that will take the entries up.
 */
export function readPart(
  text: string,
  depths: { readonly completed: number; readonly learnings: number },
): ProgressPart | undefined {
  const nodes = parseMarkdown(text).children
  const completed: Entry[] = []
  const learnings: Entry[] = []
  let known = false
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type !== 'heading') continue
    const kind = sectionKind(plainText(node))
    const end = endOfSection(nodes, at, kind)
    const body = nodes.slice(at + 1, end)
    if (kind === 'completed') completed.push(...entriesOf(body, text, depths.completed))
    else if (kind === 'learnings') learnings.push(...entriesOf(body, text, depths.learnings))
    else if (kind === 'other' && (known || node.depth > 1))
      learnings.push(...entriesOf([node, ...body], text, depths.learnings))
    known ||= isKnownKind(kind)
    at = end - 1
  }
  return known ? { completed, learnings } : undefined
}

/**
 * A section reaches to the next heading of its depth or above, or to one that begins a section of its own: a known one
 * always does, notes such as `Verification: …` do outside Completed Tasks and Learnings. Below a title every heading does.
 */
function endOfSection(nodes: readonly RootContent[], at: number, kind: SectionKind): number {
  const node = nodes[at]
  const depth = node?.type === 'heading' ? node.depth : 1
  const isKnown = isKnownKind(kind)
  const next = nodes.findIndex((other, index) => {
    if (index <= at || other.type !== 'heading') return false
    const title = plainText(other)
    if (other.depth <= depth || isKnownKind(sectionKind(title))) return true
    return !isKnown && (depth === 1 || isNoteHeading(title))
  })
  return next === -1 ? nodes.length : next
}

function isKnownKind(kind: SectionKind): boolean {
  return kind === 'completed' || kind === 'learnings'
}
