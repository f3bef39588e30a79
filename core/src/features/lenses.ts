import { openTasks } from '../plan/plan'
import { call } from '../wire/commands'
import { obstaclesOf } from './blocked'
import { groupLenses } from './groupLenses'
import type { Lens, LensContext, LensSource } from './lens'
import { englishLensTexts } from './lensTexts'
import { viewRun } from './runView'
import { taskLenses } from './taskLenses'
import { topLenses } from './topLenses'

/**
 * All lenses of a document: for the whole spec, its phases, its groups and its tasks, each kind in document order.
 * None for a template and for a file whose tasks are headings.
 */
export function lenses(source: LensSource): readonly Lens[] {
  const { document, plan } = source
  if (document.template || document.tasks.length === 0) return []
  const context: LensContext = {
    uri: source.uri,
    document,
    plan,
    obstacles: obstaclesOf(source.problems),
    run: source.run === null ? undefined : viewRun(document, source.run),
    texts: source.texts ?? englishLensTexts,
  }
  return [
    ...topLenses(context),
    ...phaseLenses(context),
    ...plan.groups.flatMap((group) => [
      ...groupLenses(context, group),
      ...group.taskIndices.flatMap((index) => taskLenses(context, group, index)),
    ]),
  ]
}

function phaseLenses({ uri, document, plan, run, texts }: LensContext): readonly Lens[] {
  if (run?.live === true) return []
  const open = new Set(plan.groups.flatMap((group) => openTasks(document, group)).map((task) => task.phase))
  return document.headings.flatMap((heading, index) =>
    heading.isPhase && open.has(index)
      ? [{ range: heading.range, title: texts.runPhase(), call: call('parallelTasks.runPhase', uri, heading.line) }]
      : [],
  )
}
