import * as l10n from '@vscode/l10n'

/** What an entry of tasks.json, or a task that the provider offers, asks for. */
export interface TaskWish {
  readonly command: 'run' | 'lint'
  /** The spec's folder or tasks document, as written: relative to the workspace folder, or absolute. */
  readonly spec: string
  /** Flags for the runner beside the document and the settings. */
  readonly flags: readonly string[]
}

/** A wish, or one sentence that says what is wrong with the entry. */
export type ReadDefinition =
  | { readonly ok: true; readonly wish: TaskWish }
  | { readonly ok: false; readonly message: string }

/** The `type` of tasks in tasks.json. */
export const taskType = 'parallel-tasks'

/** Reads a task definition. Its shape is that of `taskDefinitions` in the manifest, but anybody may have written it. */
export function readDefinition(definition: Readonly<Record<string, unknown>>): ReadDefinition {
  const { spec, command = 'run', group, task, all, executor } = definition
  if (typeof spec !== 'string' || spec.trim() === '')
    return refused(l10n.t('"spec" is missing. Name the folder of a spec, such as "specs/login".'))
  if (command !== 'run' && command !== 'lint') return refused(l10n.t('"command" must be "run" or "lint".'))
  if (command === 'lint') return { ok: true, wish: { command, spec, flags: [] } }
  const chosen = [group, task, all === true ? all : undefined].filter((value) => value !== undefined)
  if (chosen.length > 1) return refused(l10n.t('"group", "task" and "all" exclude one another. Keep one of them.'))
  if (group !== undefined && !isName(group))
    return refused(l10n.t('"group" must be the id of a task in the group, such as "1.2", or its index, such as "#3".'))
  const names = task === undefined ? [] : Array.isArray(task) ? task : [task]
  if (task !== undefined && (names.length === 0 || !names.every(isName)))
    return refused(l10n.t('"task" must be a task\'s id, such as "1.2", or a list of ids.'))
  if (executor !== undefined && (typeof executor !== 'string' || executor === ''))
    return refused(l10n.t('"executor" must be the name of an executor, such as "claude".'))
  const flags = [
    ...(group === undefined ? [] : ['--group', String(group)]),
    ...(names.length === 0 ? [] : ['--task', ...names.map(String)]),
    ...(all === true ? ['--all'] : []),
    ...(executor === undefined ? [] : ['--executor', executor]),
  ]
  return { ok: true, wish: { command, spec, flags } }
}

/** A name that cannot be taken for a flag. */
function isName(value: unknown): value is string | number {
  return (typeof value === 'string' && /^[^\s-]\S*$/.test(value)) || (typeof value === 'number' && value >= 0)
}

function refused(message: string): ReadDefinition {
  return { ok: false, message: l10n.t('This task cannot run: {0}', message) }
}
