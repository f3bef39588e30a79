import * as l10n from '@vscode/l10n'
import { Uri } from 'vscode'
import { UserError } from '../platform/userError'
import { taskName } from '../specs/outlineQueries'
import { runTaskFor } from '../specs/taskStatus'
import type { CommandContext } from './commandContext'
import { changesOfTask } from './gitChanges'
import { openDiff } from './openDiff'
import { pickTask } from './pickTask'
import { requireTrustForGit } from './requireTrust'

/** Shows what one task changed: its commit, or what its worktree or the working tree holds of it. */
export async function showTaskDiff(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  if (!(await requireTrustForGit())) return
  const target = await pickTask(context, raw, (task) =>
    context.runs.all().some((view) => runTaskFor(task, view)?.attempts.length),
  )
  if (target === undefined) return
  const view = await context.runs.examine(Uri.parse(target.spec.uri).fsPath)
  const run = runTaskFor(target.task, view)
  const name = taskName(target.task)
  if (view === undefined || run === undefined)
    throw new UserError(l10n.t('{0} took no part in the newest run; there are no changes to show.', name))
  const changes = await changesOfTask(view.state, view.folder, run)
  if (changes === undefined)
    throw new UserError(
      l10n.t(
        'There are no changes of {0} to show: {1}',
        name,
        run.commitSkipped ?? l10n.t('it has no commit, and its files are as they were.'),
      ),
    )
  await openDiff(name, changes)
}
