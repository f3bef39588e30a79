import { tasksOf, type Surrounds } from './placeReading'
import type { RawTask } from './rawTask'
import type { ShiftedReading } from './reading'

/** Where a task stands among others. */
export interface Nesting {
  /** Index of the container it stands in, or null. */
  readonly parent: number | null
  readonly container: boolean
}

interface Open {
  readonly index: number
  readonly indent: number
  readonly id: string | null
}

/**
 * Finds the containers among the boxes of a document: a box is the child of the nearest shallower box above it
 * under the same heading or, where numbers count, of the plainly numbered box (`1.`) its own number begins with.
 * Undefined in dialects that know no containers.
 */
export function nestTasks(
  chunks: readonly ShiftedReading[],
  whole: Pick<Surrounds, 'rules' | 'anyIds' | 'headingTasks'>,
): readonly Nesting[] | undefined {
  const { containers } = whole.rules
  if (containers === 'none') return undefined
  const parents: (number | null)[] = []
  const withChildren = new Set<number>()
  let stack: Open[] = []
  let numbered: Open | undefined
  const add = (box: RawTask): void => {
    while ((stack.at(-1)?.indent ?? -1) >= box.indent) stack.pop()
    const byNumber = containers === 'nested-or-numbered' && isNumberedChild(numbered, box) ? numbered?.index : undefined
    const parent = stack.at(-1)?.index ?? byNumber ?? null
    const open = { index: parents.length, indent: box.indent, id: box.id }
    parents.push(parent)
    if (parent !== null) withChildren.add(parent)
    stack.push(open)
    if (box.id !== null && /^\d+$/.test(box.id)) numbered = open
  }
  for (const { reading } of chunks) {
    let nextHeading = 0
    for (const box of tasksOf(reading, whole)) {
      for (; (reading.headings[nextHeading]?.line ?? Number.POSITIVE_INFINITY) < box.line; nextHeading++) stack = []
      add(box)
    }
    if (nextHeading < reading.headings.length) stack = []
  }
  return parents.map((parent, index) => ({ parent, container: withChildren.has(index) }))
}

function isNumberedChild(parent: Open | undefined, child: RawTask): boolean {
  return parent !== undefined && parent.id !== null && child.id !== null && child.id.startsWith(`${parent.id}.`)
}
