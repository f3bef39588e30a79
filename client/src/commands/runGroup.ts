import { groupsOf } from '../specs/outlineQueries'
import type { CommandContext } from './commandContext'
import { explainBlocked } from './explainBlocked'
import { pickGroup } from './pickGroup'
import { numberOf } from './rawArguments'
import { startRun } from './startRun'

/** Runs the open tasks of a parallel group side by side. What stands in a group's way is told, unless just that group was asked for. */
export async function runGroup(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const target = await pickGroup(context, raw)
  if (target === undefined) return
  const { spec, startIndex } = target
  const blocked = groupsOf(spec).find((group) => group.startIndex === startIndex)?.blocked ?? null
  if (blocked !== null && numberOf(raw[1]) === undefined) return explainBlocked(context, [spec.uri, startIndex])
  await startRun(context, spec, 'run', ['--group', `#${startIndex}`])
}
