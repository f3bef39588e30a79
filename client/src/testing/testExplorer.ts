import type { CancellationToken, TestController, TestItem, TestRunRequest } from 'vscode'
import { TestRunProfileKind, tests, workspace } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import { coalesce } from '../platform/coalesce'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { Listen } from '../platform/signal'
import type { SpecStore } from '../specs/specStore'
import type { TestItemsOptions } from './testItems'
import { createTestItems } from './testItems'
import { testsOf } from './testTree'
import type { StopSignal } from './verifyProcess'
import { type Verify, verifySpec } from './verifyRun'

/** What the tests are made from, and how they are run. */
export interface TestExplorerOptions {
  readonly specs: SpecStore
  readonly isMarked: TestItemsOptions['isMarked']
  /** Tells when `isMarked` may say something else than before. */
  readonly onMarksChanged: Listen<unknown>
  /** How `verify` is started; the signal ends it. */
  readonly verify: (stop: StopSignal) => Verify
  readonly onError: (error: unknown) => void
}

/** The Verify commands as tests. */
export interface TestExplorer extends Disposable {
  /** The controller; undefined while there is nothing to show or the workspace is not trusted. */
  controller(): TestController | undefined
}

/**
 * Shows each task's Verify command in the Test Explorer. The controller is made when a spec has one and the workspace
 * is trusted, so that nobody else gets a Testing view; running a test judges the task and changes nothing.
 */
export function createTestExplorer(options: TestExplorerOptions): TestExplorer {
  const { specs } = options
  const owned = createDisposableStore()
  let made: { readonly controller: TestController; readonly items: ReturnType<typeof createTestItems> } | undefined

  const make = (): NonNullable<typeof made> => {
    const controller = owned.add(tests.createTestController('parallelTasks', 'Parallel Tasks'))
    const items = createTestItems(controller, { specOf: (uri) => specs.get(uri), isMarked: options.isMarked })
    controller.resolveHandler = (item) => {
      if (item !== undefined) items.resolve(item.id)
    }
    // Not among those that Run All Tests takes: Verify of an open task fails, and may well be the whole test suite.
    controller.createRunProfile('Verify', TestRunProfileKind.Run, (request, token) =>
      runTests({ controller, items, request, token }, options),
    )
    return { controller, items }
  }
  const update = (): void => {
    if (!workspace.isTrusted) return
    const all = specs.all()
    if (made === undefined && !all.some((spec) => testsOf(spec).length > 0)) return
    made ??= make()
    made.items.sync(all)
    for (const { uri } of workspace.textDocuments) made.items.resolve(uri.toString())
  }
  const updateSoon = owned.add(coalesce(update, 300))
  owned.add(specs.onDidChange(update))
  owned.add(options.onMarksChanged(() => updateSoon.request()))
  owned.add(workspace.onDidGrantWorkspaceTrust(update))
  owned.add(workspace.onDidOpenTextDocument(({ uri }) => made?.items.resolve(uri.toString())))
  return { controller: () => made?.controller, dispose: () => owned.dispose() }
}

interface Asked {
  readonly controller: TestController
  readonly items: ReturnType<typeof createTestItems>
  readonly request: TestRunRequest
  readonly token: CancellationToken
}

async function runTests(asked: Asked, { specs, verify, onError }: TestExplorerOptions): Promise<void> {
  const run = asked.controller.createTestRun(asked.request)
  try {
    for (const [uri, items] of chosen(asked)) {
      const spec: SpecOutline | undefined = specs.get(uri)
      if (spec !== undefined && !run.token.isCancellationRequested)
        await verifySpec(spec, items, run, verify(run.token))
    }
  } catch (error) {
    onError(error)
  } finally {
    run.end()
  }
}

/** The tasks that were asked for, by spec; a spec stands for all of its tasks. */
function chosen({ controller, items, request }: Asked): ReadonlyMap<string, readonly TestItem[]> {
  const bySpec = new Map<string, Set<TestItem>>()
  const excluded = new Set(request.exclude ?? [])
  const add = (item: TestItem): void => {
    if (excluded.has(item)) return
    if (item.parent === undefined) {
      items.resolve(item.id)
      for (const [, child] of item.children) add(child)
      return
    }
    const list = bySpec.get(item.parent.id) ?? new Set()
    bySpec.set(item.parent.id, list.add(item))
  }
  const roots: TestItem[] = []
  for (const [, item] of controller.items) roots.push(item)
  for (const item of request.include ?? roots) add(item)
  return new Map([...bySpec].map(([uri, list]) => [uri, [...list]]))
}
