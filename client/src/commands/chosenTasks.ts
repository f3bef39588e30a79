import * as l10n from '@vscode/l10n'
import type { SpecOutline, TaskOutline } from '#core/wire/messages'
import { UserError } from '../platform/userError'
import { groupsOf, tasksOf, tasksOfPhase } from '../specs/outlineQueries'
import type { TreeNode } from '../tree/treeModel'

/** Tasks of one spec, in index order, each once. */
export interface TasksTarget {
  readonly spec: SpecOutline
  readonly tasks: readonly TaskOutline[]
}

/** The tasks that several rows stand for. Throws when they are of several specs, or none of them fits. */
export function chosenTasks(
  specs: { get(uri: string): SpecOutline | undefined },
  rows: readonly TreeNode[],
  fits: (task: TaskOutline) => boolean,
): TasksTarget {
  const uris = new Set(rows.filter(({ kind }) => kind !== 'notice').map(({ uri }) => uri))
  const [uri] = uris
  const spec = uri === undefined ? undefined : specs.get(uri)
  if (uris.size > 1)
    throw new UserError(
      l10n.t('The chosen rows are of several specs, and a run works on one. Choose rows of one spec.'),
    )
  const wanted = new Set(spec && rows.flatMap((row) => tasksOfRow(spec, row)))
  const tasks = spec === undefined ? [] : tasksOf(spec).filter((task) => wanted.has(task.index) && fits(task))
  if (spec === undefined || tasks.length === 0)
    throw new UserError(l10n.t('None of the chosen tasks is in a state for this; choose others.'))
  return { spec, tasks }
}

function tasksOfRow(spec: SpecOutline, { kind, at }: TreeNode): readonly number[] {
  switch (kind) {
    case 'spec':
      return tasksOf(spec).map(({ index }) => index)
    case 'phase':
      return tasksOfPhase(spec.phases[at] ?? { title: null, line: 0, nodes: [] }).map(({ index }) => index)
    case 'group':
      return groupsOf(spec)
        .filter(({ startIndex }) => startIndex === at)
        .flatMap(({ tasks }) => tasks.map(({ index }) => index))
    case 'task':
      return [at]
    case 'notice':
      return []
  }
}
