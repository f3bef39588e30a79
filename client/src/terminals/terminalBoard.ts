import { dirname } from 'node:path'
import type { Terminal } from 'vscode'
import { window } from 'vscode'
import type { TaskRunState } from '#core/run/runState'
import { createDisposableStore, type Disposable } from '../platform/disposables'
import type { RunStore } from '../runs/runStore'
import type { RunChange, RunView } from '../runs/runView'
import type { RevealTerminals, TerminalLayout } from '../platform/settingIds'
import type { Renderer } from './renderer'
import { batchOpenings } from './batchOpenings'
import { strandedTerminals } from './strandedTerminals'
import type { TaskTerminal, TaskTerminalOptions } from './taskTerminal'
import { openTaskTerminal } from './taskTerminal'

/** What the board of terminals needs. */
export interface BoardOptions {
  readonly runs: RunStore
  readonly reveal: () => RevealTerminals
  readonly closeOnSuccess: () => boolean
  readonly layout: () => TerminalLayout
  readonly rendererFor: (view: RunView, task: TaskRunState) => () => Renderer
  readonly stopTask: (file: string, index: number) => void
}

/** The terminals of all tasks of the newest runs. */
export interface TerminalBoard extends Disposable {
  /** Brings a task's terminal to the front, made anew when it was closed. False when the task never ran. */
  show(file: string, index: number): boolean
  /** Opens the terminals of the newest batch and brings the most telling one to the front. False when there is none. */
  showAll(file: string): boolean
  /** How many tasks of the newest batch have no terminal now. */
  unopened(file: string): number
  /** The folders that paths in a terminal may be relative to; undefined for a terminal that is none of a task. */
  readonly foldersOf: (terminal: Terminal) => readonly string[] | undefined
}

/** Opens one terminal per task as runs begin batches, and keeps them in step with the journal. */
export function createTerminalBoard(options: BoardOptions): TerminalBoard {
  const { runs } = options
  const owned = createDisposableStore()
  /** By document, then by task index; all of one run. */
  const boards = new Map<string, { readonly runId: string; readonly terminals: Map<number, TaskTerminal> }>()

  const boardOf = (view: RunView): Map<number, TaskTerminal> => {
    const known = boards.get(view.file)
    if (known?.runId === view.state.runId) return known.terminals
    for (const terminal of known?.terminals.values() ?? []) terminal.dispose()
    const terminals = new Map<number, TaskTerminal>()
    boards.set(view.file, { runId: view.state.runId, terminals })
    return terminals
  }
  const open = (view: RunView, task: TaskRunState, more: OpenOptions = {}): TaskTerminal => {
    const terminals = boardOf(view)
    const known = terminals.get(task.index)
    if (known !== undefined) return known
    const made = openTaskTerminal({
      ...more,
      folder: view.folder,
      task,
      renderer: options.rendererFor(view, task),
      isLive: () => runs.get(view.file)?.life === 'live',
      onInterrupt: () => options.stopTask(view.file, task.index),
      onClosed: () => {
        if (terminals.get(task.index) === made) terminals.delete(task.index)
      },
    })
    terminals.set(task.index, made)
    return made
  }
  const openBatch = (view: RunView): readonly TaskTerminal[] => {
    const batch = view.state.batches.at(-1)
    const opened: TaskTerminal[] = []
    for (const { index, beside, note } of batchOpenings(batch?.indices ?? [], options.layout())) {
      const task = view.state.tasks.get(index)
      // VS Code puts terminals together only if they are made at once, each beside the one before.
      const neighbour = beside ? opened.at(-1)?.terminal : undefined
      if (task !== undefined) opened.push(open(view, task, { note, beside: neighbour }))
    }
    return opened
  }
  const closeStranded = (view: RunView): void => {
    const own = [...boards.values()].flatMap(({ terminals }) => [...terminals.values()])
    const known = new Set(own.map(({ terminal }) => terminal))
    for (const terminal of strandedTerminals(window.terminals, known, [...view.state.tasks.values()]))
      terminal.dispose()
  }
  const follow = (change: RunChange): void => {
    const { view, before } = change
    if (!sameRun(change)) closeStranded(view)
    const isNew = view.state.batches.length > (sameRun(change) ? (before?.state.batches.length ?? 0) : 0)
    if (view.life === 'live' && isNew && options.reveal() !== 'never') {
      const opened = openBatch(view)
      if (options.reveal() === 'onRun') opened[0]?.terminal.show(true)
    }
    const board = boards.get(view.file)
    if (board?.runId !== view.state.runId) return
    for (const [index, terminal] of board.terminals) {
      const task = view.state.tasks.get(index)
      const old = sameRun(change) ? before?.state.tasks.get(index) : undefined
      if (task === undefined || (task === old && view.life === before?.life)) continue
      terminal.update(task)
      if (old === undefined || old.status === task.status) continue
      if ((task.status === 'failed' || task.status === 'timed-out') && options.reveal() === 'onFailure')
        terminal.terminal.show(true)
      if (task.status === 'success' && options.closeOnSuccess()) terminal.dispose()
    }
  }
  owned.add(runs.onDidChange(follow))

  return {
    show(file, index) {
      const view = runs.get(file)
      const task = view?.state.tasks.get(index)
      if (view === undefined || task === undefined) return false
      open(view, task).terminal.show(false)
      return true
    },
    showAll(file) {
      const view = runs.get(file)
      if (view === undefined) return false
      const opened = openBatch(view)
      const bad = [...view.state.tasks.values()].find((task) => task.status === 'failed' || task.status === 'timed-out')
      const front = bad === undefined ? opened[0] : open(view, bad)
      front?.terminal.show(false)
      return front !== undefined
    },
    unopened(file) {
      const view = runs.get(file)
      const indices = view?.state.batches.at(-1)?.indices ?? []
      return view === undefined ? 0 : indices.filter((index) => !boardOf(view).has(index)).length
    },
    foldersOf(terminal) {
      for (const [file, { terminals }] of boards) {
        for (const [index, own] of terminals) {
          const state = own.terminal === terminal ? runs.get(file)?.state : undefined
          if (state === undefined) continue
          const worktree = state.tasks.get(index)?.attempts.at(-1)?.worktree
          return [...(worktree ? [worktree] : []), state.root, dirname(file)]
        }
      }
      return undefined
    },
    dispose() {
      owned.dispose()
      for (const { terminals } of boards.values()) for (const terminal of terminals.values()) terminal.dispose()
      boards.clear()
    },
  }
}

type OpenOptions = Pick<TaskTerminalOptions, 'beside' | 'note'>

function sameRun({ view, before }: RunChange): boolean {
  return before?.state.runId === view.state.runId
}
