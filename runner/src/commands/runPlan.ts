import { planJson } from '#core/plan/planJson'
import type { BreakAt } from '#core/plan/plan'
import type { Settings } from '#core/settings/settings'
import { planText } from '../console/planText'
import { shellWord } from '../console/shownPath'
import { loadSettings } from '../files/settingsFile'
import type { CommandContext } from './context'
import { checkSpec, openSpec } from './openSpec'

/** Prints the plan of a spec, for people or as JSON. */
export async function runPlan(
  argument: string,
  flags: { readonly json?: boolean; readonly config?: string; readonly breakAt?: BreakAt },
  context: CommandContext,
): Promise<void> {
  const loaded = (await loadSettings(flags.config, context.cwd)).settings
  const settings: Settings = {
    ...loaded,
    groups: { ...loaded.groups, breakAt: flags.breakAt ?? loaded.groups.breakAt },
  }
  const spec = await openSpec(argument, context.cwd, settings)
  const problems = await checkSpec(spec, context.cwd, settings)
  if (flags.json === true) {
    context.out(`${JSON.stringify(planJson(spec.document, spec.plan, spec.file, problems.length), undefined, 2)}\n`)
    return
  }
  const view = { shown: spec.shown, argument: shellWord(argument), problems }
  context.out(planText(spec.document, spec.plan, view, context.paint))
}
