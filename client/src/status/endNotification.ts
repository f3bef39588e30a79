import * as l10n from '@vscode/l10n'
import type { MessageItem } from 'vscode'
import { commands, window } from 'vscode'
import { unlinked } from '#core/text/unlinked'
import type { Disposable } from '../platform/disposables'
import type { Notifications } from '../platform/settingIds'
import type { RunStore } from '../runs/runStore'
import type { RunView } from '../runs/runView'
import { hasJustEnded } from '../runs/runView'
import type { EndMessage, NextStep } from './endMessage'
import { endMessage } from './endMessage'

/** What the notifications are made from. */
export interface EndNotificationOptions {
  readonly runs: RunStore
  readonly setting: () => Notifications
  /** Name and URI of the spec of a tasks document. */
  readonly specOf: (file: string) => { readonly name: string; readonly uri: string }
}

/** Tells the end of runs, each once, with what to do next. */
export interface EndNotification extends Disposable {
  /** Tells an end that no change told of: a run that was over, or interrupted, before it could be seen. */
  readonly tell: (view: RunView) => void
}

/** Watches the runs and tells when one is over. */
export function createEndNotification(options: EndNotificationOptions): EndNotification {
  const told = new Set<string>()
  const tell = (view: RunView): void => {
    const key = `${view.state.runId} ${view.state.seq} ${view.life}`
    if (told.has(key) || view.life === 'live') return
    told.add(key)
    const { name, uri } = options.specOf(view.file)
    const message = endMessage(view, name)
    const setting = options.setting()
    if (setting === 'off' || (setting === 'failures' && message.severity === 'info')) return
    void show(message).then((button) =>
      button === undefined ? undefined : commands.executeCommand(...commandFor(button.step, uri)),
    )
  }
  const listener = options.runs.onDidChange((change) => {
    if (hasJustEnded(change)) tell(change.view)
  })
  return { tell, dispose: () => listener.dispose() }
}

function commandFor(step: NextStep, uri: string): [command: string, ...args: unknown[]] {
  switch (step) {
    case 'Retry Failed':
    case 'Run Stopped':
      return ['parallelTasks.retryFailed', uri]
    case 'Resume':
      return ['parallelTasks.resume', uri]
    case 'Show Log':
      return ['parallelTasks.openLog', uri, null]
    case 'Show Changes':
      return ['parallelTasks.showChanges', uri]
    case 'Open Tasks':
      return ['parallelTasks.openTasksView']
  }
}

interface StepButton extends MessageItem {
  readonly step: NextStep
}

function show({ severity, text, steps }: EndMessage): Thenable<StepButton | undefined> {
  const buttons = steps.map((step): StepButton => ({ title: titleOf(step), step }))
  switch (severity) {
    case 'info':
      return window.showInformationMessage(unlinked(text), ...buttons)
    case 'warning':
      return window.showWarningMessage(unlinked(text), ...buttons)
    case 'error':
      return window.showErrorMessage(unlinked(text), ...buttons)
  }
}

function titleOf(step: NextStep): string {
  switch (step) {
    case 'Retry Failed':
      return l10n.t('Retry Failed')
    case 'Run Stopped':
      return l10n.t('Run Stopped')
    case 'Resume':
      return l10n.t('Resume')
    case 'Show Log':
      return l10n.t('Show Log')
    case 'Show Changes':
      return l10n.t('Show Changes')
    case 'Open Tasks':
      return l10n.t('Open Tasks')
  }
}
