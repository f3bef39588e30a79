import { join } from 'node:path'
import * as l10n from '@vscode/l10n'
import { Uri, window } from 'vscode'
import type { TaskRunState } from '#core/run/runState'
import { UserError } from '../platform/userError'
import type { RunView } from '../runs/runView'
import { taskAt } from '../specs/outlineQueries'
import { runTaskFor } from '../specs/taskStatus'
import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'
import { nodeOf, numberOf } from './rawArguments'

/** Opens the newest log of a task in an editor; without a task, that of the first one that failed. */
export async function openLog(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const spec = await pickSpec(context, raw)
  if (spec === undefined) return
  const view = await context.runs.examine(Uri.parse(spec.uri).fsPath)
  const node = nodeOf(raw[0])
  const index = numberOf(raw[1]) ?? (node?.kind === 'task' ? node.at : undefined)
  const task = index === undefined ? undefined : taskAt(spec, index)
  const run = task === undefined ? mostTelling(view) : runTaskFor(task, view)
  const log = run?.attempts.at(-1)?.log
  if (view === undefined || log === undefined)
    throw new UserError(l10n.t('There is no log yet: {0} has not been run.', task?.title ?? spec.name))
  await window.showTextDocument(Uri.file(join(view.folder, log)), { preview: true })
}

function mostTelling(view: RunView | undefined): TaskRunState | undefined {
  const tasks = [...(view?.state.tasks.values() ?? [])].filter((task) => task.attempts.length > 0)
  return tasks.find((task) => task.status === 'failed' || task.status === 'timed-out') ?? tasks.at(-1)
}
