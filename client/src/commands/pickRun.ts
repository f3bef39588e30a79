import * as l10n from '@vscode/l10n'
import { Uri } from 'vscode'
import { UserError } from '../platform/userError'
import { runFolder, runIds } from '../runs/runFolder'
import { runOf } from '../runsView/runsNode'
import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'

/** A run that a command is for. */
export interface PickedRun {
  /** Absolute path of the tasks document. */
  readonly file: string
  readonly runId: string
  /** Folder with the journal and the logs. */
  readonly folder: string
  readonly specName: string
}

/** Finds the run a command is for: the row it was called on, else the newest run of the spec. Undefined when no spec was chosen. */
export async function pickRun(context: CommandContext, raw: readonly unknown[]): Promise<PickedRun | undefined> {
  const spec = await pickSpec(context, raw)
  if (spec === undefined) return undefined
  const file = Uri.parse(spec.uri).fsPath
  const newest = await context.runs.examine(file)
  const runId = runOf(raw[0])?.runId ?? newest?.state.runId ?? (await runIds(file))[0]
  if (runId === undefined)
    throw new UserError(l10n.t('{0} has not been run yet. Run a group or a task of it first.', spec.name))
  return { file, runId, folder: runFolder(file, runId), specName: spec.name }
}
