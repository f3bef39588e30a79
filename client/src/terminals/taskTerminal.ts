import * as l10n from '@vscode/l10n'
import type { Pseudoterminal, Terminal } from 'vscode'
import { EventEmitter, ThemeColor, ThemeIcon, window } from 'vscode'
import { isActive } from '#core/run/fold'
import type { TaskRunState } from '#core/run/runState'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import { createNameTeller } from './nameTeller'
import { paint } from './paint'
import type { Renderer } from './renderer'
import { createTaskScreen } from './taskScreen'
import { terminalLook } from './terminalLook'
import { terminalName } from './terminalName'

/** What a terminal is opened for, and how. */
export interface TaskTerminalOptions {
  readonly folder: string
  readonly task: TaskRunState
  readonly renderer: () => Renderer
  /** The terminal beside which this one is opened, in one pane; a tab of its own without. */
  readonly beside?: Terminal | undefined
  /** Said before anything else. */
  readonly note?: string | undefined
  readonly isLive: () => boolean
  /** Asks to end the task. */
  readonly onInterrupt: () => void
  /** The person closed the terminal, or it closed itself. */
  readonly onClosed: () => void
}

/** A terminal that is a view on a task's logs. Closing it changes nothing about the run. */
export interface TaskTerminal extends Disposable {
  readonly terminal: Terminal
  update(task: TaskRunState): void
}

/** Opens a terminal for a task, in the background. */
export function openTaskTerminal(options: TaskTerminalOptions): TaskTerminal {
  const owned = createDisposableStore()
  const written = owned.add(new EventEmitter<string>())
  const renamed = owned.add(new EventEmitter<string>())
  let task = options.task
  let name = terminalName(task, options.isLive())
  let isOpen = false
  let early = ''

  const write = (text: string): void => {
    if (isOpen) written.fire(text)
    else early += text
  }
  const screen = owned.add(
    createTaskScreen({ folder: options.folder, renderer: options.renderer, isLive: options.isLive, emit: write }),
  )
  const pty: Pseudoterminal = {
    onDidWrite: written.event,
    onDidChangeName: renamed.event,
    open() {
      isOpen = true
      if (early !== '') written.fire(early)
      early = ''
      naming.tell(name)
    },
    close() {
      owned.dispose()
      options.onClosed()
    },
    handleInput(data) {
      if (data !== '\u0003') return
      if (!isActive(task.status) || !options.isLive())
        return write(paint('grey', `${l10n.t('Nothing runs here any more; close the terminal when you like.')}\r\n`))
      write(paint('yellow', `^C ${l10n.t('stopping …')}\r\n`))
      options.onInterrupt()
    },
  }
  if (options.note !== undefined) write(paint('grey', `${options.note}\r\n\r\n`))
  const look = terminalLook(task.status, options.isLive())
  const terminal = window.createTerminal({
    name,
    pty,
    iconPath: new ThemeIcon(look.icon),
    color: new ThemeColor(look.colour),
    isTransient: true,
    ...(options.beside === undefined ? {} : { location: { parentTerminal: options.beside } }),
  })
  const naming = owned.add(createNameTeller({ shown: () => terminal.name, tell: (next) => renamed.fire(next) }))
  void screen.update(task)
  return {
    terminal,
    update(next) {
      task = next
      const before = name
      name = terminalName(task, options.isLive())
      if (name !== before) naming.tell(name)
      void screen.update(next)
    },
    dispose() {
      terminal.dispose()
      owned.dispose()
    },
  }
}
