import type { TestController, TestItem } from 'vscode'
import { Range, Uri } from 'vscode'
import type { SpecOutline, TaskOutline } from '#core/wire/messages'
import { type TestEntry, testsOf } from './testTree'

/** Longest description of a test, in characters. */
const longest = 80

/** The items of the Test Explorer: one per spec with Verify commands, and its tasks once they are asked for. */
export interface TestItems {
  /** Takes the specs as they are now. Items that are still there keep their results. */
  sync(specs: readonly SpecOutline[]): void
  /** Fills in the tasks of a spec, now and after every change of it. */
  resolve(uri: string): void
}

/** What the items are made from. */
export interface TestItemsOptions {
  readonly specOf: (uri: string) => SpecOutline | undefined
  /** True when the margin beside a task's first line shows something else: there is place for one icon only. */
  readonly isMarked: (spec: SpecOutline, task: TaskOutline) => boolean
}

/** Keeps the items of a controller in step with the specs. */
export function createTestItems(controller: TestController, { specOf, isMarked }: TestItemsOptions): TestItems {
  const resolved = new Set<string>()
  const fill = (item: TestItem, spec: SpecOutline): void =>
    item.children.replace(testsOf(spec).map((entry) => taskItem(controller, item, entry, isMarked(spec, entry.task))))

  return {
    sync(specs) {
      const kept = specs.filter((spec) => testsOf(spec).length > 0)
      controller.items.replace(
        kept.map((spec) => {
          const item = controller.items.get(spec.uri) ?? specItem(controller, spec)
          if (resolved.has(spec.uri)) fill(item, spec)
          return item
        }),
      )
    },
    resolve(uri) {
      resolved.add(uri)
      const item = controller.items.get(uri)
      const spec = specOf(uri)
      if (item !== undefined && spec !== undefined) fill(item, spec)
    },
  }
}

function specItem(controller: TestController, spec: SpecOutline): TestItem {
  const item = controller.createTestItem(spec.uri, spec.name, Uri.parse(spec.uri))
  item.canResolveChildren = true
  return item
}

function taskItem(controller: TestController, parent: TestItem, entry: TestEntry, isMarked: boolean): TestItem {
  const { id, label, task } = entry
  const item = parent.children.get(id) ?? controller.createTestItem(id, label, parent.uri)
  const commands = task.verify.join(' · ').replaceAll(/\s+/g, ' ')
  item.description = commands.length > longest ? `${commands.slice(0, longest - 1)}…` : commands
  const range = new Range(isMarked ? Math.min(task.line + 1, task.endLine) : task.line, 0, task.endLine, 0)
  if (item.range?.isEqual(range) !== true) item.range = range
  item.sortText = String(task.index).padStart(6, '0')
  return item
}
