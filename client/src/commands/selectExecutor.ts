import { homedir } from 'node:os'
import * as l10n from '@vscode/l10n'
import type { QuickPickItem } from 'vscode'
import { Uri, window, workspace } from 'vscode'
import { unlinked } from '#core/text/unlinked'
import { chooseExecutor, executorName } from '../platform/settings'
import type { CommandContext } from './commandContext'
import { readExecutors } from './executorList'

interface ExecutorItem extends QuickPickItem {
  readonly name: string
}

function builtInItems(): readonly ExecutorItem[] {
  return [
    { name: 'auto', label: '$(wand) auto', detail: l10n.t('The first coding agent that is installed') },
    {
      name: 'shell',
      label: '$(terminal) shell',
      detail: l10n.t('Runs the commands that a task itself gives (Run, or sh blocks below Do); needs no agent'),
    },
    {
      name: 'verify',
      label: '$(beaker) verify',
      detail: l10n.t('Does nothing but run Verify: finds the tasks that are already done'),
    },
  ]
}

/** Lets the person choose what carries tasks out, and writes it to the settings. */
export async function selectExecutor(context: CommandContext): Promise<void> {
  const current = executorName()
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir())
  const builtIn = builtInItems()
  const items = context.askDoctor(['--json'], folder).then((answer) => {
    const agents = readExecutors(answer.stdout).filter(({ name }) => !builtIn.some((item) => item.name === name))
    const found = agents.map(({ name, installed, detail }): ExecutorItem => ({
      name,
      label: `${installed ? '$(robot)' : '$(circle-slash)'} ${name}`,
      ...(installed ? {} : { description: l10n.t('not installed') }),
      detail,
    }))
    return [...builtIn, ...found].map((item) =>
      item.name === current ? { ...item, description: l10n.t('chosen now') } : item,
    )
  })
  const picked = await window.showQuickPick<ExecutorItem>(items, {
    title: l10n.t('Parallel Tasks: Executor'),
    placeHolder: l10n.t('What should carry the tasks out?'),
  })
  if (picked === undefined) return
  await chooseExecutor(picked.name, false)
  void window.showInformationMessage(unlinked(l10n.t('Tasks are now carried out by {0}.', picked.name)))
}
