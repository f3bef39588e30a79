import * as l10n from '@vscode/l10n'
import type { Command } from 'vscode'
import { StatusBarAlignment, Uri, window } from 'vscode'
import { coalesce } from '../platform/coalesce'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { RunStore } from '../runs/runStore'
import type { SpecStore } from '../specs/specStore'
import type { StatusText } from './statusText'
import { statusText } from './statusText'

/** Shows the state of all runs in the status bar, on the left; hidden while there is no spec. A click opens the tasks. */
export function createStatusBar(specs: SpecStore, runs: RunStore): Disposable {
  const owned = createDisposableStore()
  const item = owned.add(window.createStatusBarItem('parallelTasks.status', StatusBarAlignment.Left, 50))
  item.name = 'Parallel Tasks'
  const update = owned.add(
    coalesce(() => {
      const status = statusText(specs.all(), runs.all())
      if (status === undefined) return item.hide()
      item.text = status.text
      item.command = commandOf(status, specs)
      item.tooltip = status.tooltip
      item.accessibilityInformation = { label: status.accessible }
      item.show()
    }, 100),
  )
  owned.add(specs.onDidChange(() => update.request()))
  owned.add(runs.onDidChange(() => update.request()))
  return owned
}

function commandOf({ resumes }: StatusText, specs: SpecStore): string | Command {
  const spec = specs.all().find(({ uri }) => Uri.parse(uri).fsPath === resumes)
  if (spec === undefined) return 'parallelTasks.openTasksView'
  return { command: 'parallelTasks.resume', title: l10n.t('Resume Interrupted Run'), arguments: [spec.uri] }
}
