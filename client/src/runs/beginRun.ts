import * as l10n from '@vscode/l10n'
import type { Uri } from 'vscode'
import { workspace } from 'vscode'
import { UserError } from '../platform/userError'
import { agreesWithDisk } from '../specs/agreesWithDisk'
import type { RunOrder } from './launch'
import type { RunStore } from './runStore'
import type { RunView } from './runView'

/** What begins runs; made by the composition root. */
export interface RunStarter {
  readonly runs: RunStore
  /** Starts a runner; resolves when its run has begun. */
  readonly launch: (order: RunOrder, uri: Uri) => Promise<RunView>
}

/**
 * Begins a run without asking anybody, for callers that have nobody to ask: VS Code's tasks and agents.
 * Throws a `UserError` with one sentence when it cannot begin.
 */
export async function beginRun(starter: RunStarter, uri: Uri, flags: readonly string[]): Promise<RunView> {
  if (!workspace.isTrusted)
    throw new UserError(
      l10n.t('Nothing is run in Restricted Mode, since tasks.md holds commands. Trust this workspace first.'),
    )
  const live = await starter.runs.examine(uri.fsPath)
  if (live?.life === 'live')
    throw new UserError(l10n.t('This spec is being run already. Wait for that run to end, or stop it, and try again.'))
  if (!(await agreesWithDisk(uri)))
    throw new UserError(
      l10n.t('The tasks in the editor differ from those in the saved file. Save tasks.md and try again.'),
    )
  return starter.launch({ command: 'run', file: uri.fsPath, flags }, uri)
}
