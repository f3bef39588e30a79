import { parseTasksDocument } from '#core/document/parse'
import type { TasksDocument } from '#core/document/tasksDocument'
import { planGroups } from '#core/plan/groups'
import type { Plan } from '#core/plan/plan'
import { checkDocument } from '#core/rules/check'
import type { Problem } from '#core/rules/problem'
import type { Settings } from '#core/settings/settings'
import { shownPath } from '../console/shownPath'
import { readTasksText, resolveSpec, type SpecPath } from '../files/specPath'
import { readSurroundings } from '../files/surroundings'
import { workRootOf } from '../files/workRoot'

/** A tasks document that a command was given, read and understood. */
export interface OpenSpec extends SpecPath {
  /** The path of the file as a person here would type it. */
  readonly shown: string
  readonly document: TasksDocument
  readonly plan: Plan
}

/** Reads the spec that an argument names. Throws a `UserError` when there is none, or none that can be read. */
export async function openSpec(argument: string, cwd: string, settings: Settings): Promise<OpenSpec> {
  return openFile(await resolveSpec(argument, cwd), cwd, settings)
}

/** Reads a tasks document. Throws a `UserError` when it cannot be read. */
export async function openFile(path: SpecPath, cwd: string, settings: Settings): Promise<OpenSpec> {
  const shown = shownPath(path.file, cwd)
  const text = await readTasksText(path.file, shown)
  const document = parseTasksDocument(text, { path: path.file, openedOnPurpose: true })
  return { ...path, shown, document, plan: planGroups(document, settings.groups.breakAt) }
}

/** Every problem of a spec, the same as in the editor, sorted by place. */
export async function checkSpec(spec: OpenSpec, cwd: string, settings: Settings): Promise<readonly Problem[]> {
  return checkDocument(spec.document, {
    plan: spec.plan,
    settings,
    caseSensitive: process.platform !== 'win32' && process.platform !== 'darwin',
    ...(await readSurroundings(spec.dir, workRootOf(spec.dir, cwd))),
  })
}
