import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { isControlFile } from '../git/controlFiles'
import { addWorktree, forgetWorktree, holdsWork, removeWorktree, sealWorktree, type Worktree } from '../git/worktree'
import type { Repository } from '../git/repository'
import { diffCommits } from '../git/treeDiff'
import { controlFolder } from '../files/specFolder'
import type { AttemptPlan } from './attemptPlan'
import { bringIgnored, copyDocuments, ignoredPaths } from './fillWorktree'
import { inRepository } from './repositoryTurn'
import { warn, type RunContext } from './runContext'
import { readNote, writeNote } from './worktreeNote'

/** Where an attempt works: the main working tree, or a worktree of its own. */
export interface Workplace {
  /** Working folder of the executor and of Verify. */
  readonly root: string
  readonly specDir: string
  readonly file: string
  /** Its own worktree, or null. */
  readonly worktree: Worktree | null
}

/** Where an attempt will work. Makes nothing yet. */
export function planWorkplace(context: RunContext, plan: AttemptPlan): Workplace {
  const { worktrees, specDir, file, root } = context
  if (worktrees === undefined) return { root, specDir, file, worktree: null }
  const worktree = worktreeOf(context, plan.task.index, plan.attempt)
  const inTree = join(worktree.path, relative(worktrees.root, specDir))
  return { root: worktree.path, specDir: inTree, file: join(inTree, basename(file)), worktree }
}

/**
 * Makes the worktree of a workplace and brings in what git does not: the spec's documents as they stand now,
 * and the ignored files that the settings name. Returns why it could not be made, or undefined.
 */
export async function openWorkplace(
  context: RunContext,
  plan: AttemptPlan,
  place: Workplace,
): Promise<string | undefined> {
  const { worktrees } = context
  if (worktrees === undefined || place.worktree === null) return undefined
  const { worktree } = place
  mkdirSync(dirname(worktree.path), { recursive: true })
  const made = await locked(context, worktrees, (repository) => addWorktree(repository, worktree))
  if (!made.ok) return made.message
  copyDocuments(context.specDir, place.specDir)
  bringIgnored(context.worktreeFiles, context.root, place.root)
  const sealed = await sealWorktree(worktree, 'What the task begins with', [])
  if (!sealed.ok) return sealed.message
  writeNote(context, plan, { ...worktree, base: sealed.sha, head: null })
  return undefined
}

/** What an attempt changed in a worktree of its own (null in the main one), or why its work could not be kept there. */
export type Sealed =
  | { readonly ok: true; readonly changed: readonly string[] | null }
  | { readonly ok: false; readonly message: string }

/** Commits what a successful attempt did to its own branch and tells the paths. */
export async function sealWorkplace(context: RunContext, plan: AttemptPlan, place: Workplace): Promise<Sealed> {
  const note = readNote(context, plan.task.index, plan.attempt)
  if (place.worktree === null || note === undefined) return { ok: true, changed: null }
  // A linked folder is no file that git would ignore by the same pattern: it is kept out by name.
  const apart = [...specDocuments(place), ...ignoredPaths(context.worktreeFiles)]
  const sealed = await sealWorktree(place.worktree, `Work of task ${plan.task.id ?? plan.task.index}`, apart)
  if (!sealed.ok) return sealed
  writeNote(context, plan, { ...note, head: sealed.sha })
  // The notes are committed on top, so that git finds nothing unsaved when the worktree is removed.
  await sealWorktree(place.worktree, 'Notes of the task', [])
  const changed = await diffCommits(place.root, note.base, sealed.sha)
  const isOwn = (path: string): boolean => !isControlFile(path) && !apart.includes(path)
  return { ok: true, changed: changed.map((entry) => entry.path).filter(isOwn) }
}

/** Removes the worktree of an attempt whose work is in the main working tree. One that git finds dirty stays. */
export async function closeWorkplace(context: RunContext, index: number, attempt: number): Promise<void> {
  const note = readNote(context, index, attempt)
  if (context.worktrees === undefined || note === undefined) return
  const removed = await locked(context, context.worktrees, (repository) => removeWorktree(repository, note))
  if (!removed.ok) warn(context, 'worktree-kept', `The worktree ${note.path} was kept: ${removed.message}.`, index)
}

/** Removes the worktree of an attempt that came to nothing. One that holds work stays, and where it is is told. */
export async function abandonWorkplace(context: RunContext, index: number, attempt: number): Promise<void> {
  if (context.worktrees === undefined) return
  const worktree = worktreeOf(context, index, attempt)
  const note = readNote(context, index, attempt)
  if (note !== undefined && (await holdsWork(context.worktrees, worktree, note.base))) {
    const message = `What attempt ${attempt} has done was kept in ${worktree.path}, on the branch ${worktree.branch}.`
    warn(context, 'worktree-kept', message, index)
    return
  }
  await locked(context, context.worktrees, (repository) => forgetWorktree(repository, worktree))
}

/** Worktrees are made and removed by one program at a time. */
function locked<T>(
  context: RunContext,
  repository: Repository,
  act: (repository: Repository) => Promise<T>,
): Promise<T> {
  return inRepository(context, repository, () => act(repository))
}

function worktreeOf({ specDir, runId }: RunContext, index: number, attempt: number): Worktree {
  const name = `${index}.${attempt}`
  return { path: join(controlFolder(specDir), 'worktrees', runId, name), branch: `parallel-tasks/${runId}/${name}` }
}

/** The spec's own documents and notes inside a worktree: the coordinator writes them in the main one. */
function specDocuments(place: Workplace): readonly string[] {
  const folder = relative(place.root, place.specDir).split('\\').join('/')
  const prefix = folder === '' ? '' : `${folder}/`
  const notes = existsSync(place.specDir)
    ? readdirSync(place.specDir).filter((name) => name.startsWith('.progress'))
    : []
  return [basename(place.file), '.ralph-state.json', ...notes].map((name) => prefix + name)
}
