import { relative, sep } from 'node:path'
import type { Task } from '#core/document/tasksDocument'
import { findTaskAgain } from '#core/document/tick'
import { namedPaths } from '#core/run/ownFiles'
import type { TaskRunState } from '#core/run/runState'
import { isControlFile } from '../git/controlFiles'
import { findCommit } from '../git/findCommit'
import type { Repository } from '../git/repository'
import { changedPaths } from '../git/status'
import { commitMessage } from './commitMessage'
import { ownFilesOf, type FilesClaim } from './ownFilesOf'
import type { RunContext } from './runContext'
import { specDocuments } from './specDocuments'

/** What is to be done with one task's changes. */
export type CommitStep =
  | {
      readonly kind: 'commit'
      readonly task: TaskRunState
      readonly message: string
      readonly paths: readonly string[]
    }
  | { readonly kind: 'made'; readonly task: TaskRunState; readonly sha: string }
  | { readonly kind: 'skip'; readonly task: TaskRunState; readonly reason: string }

/** Decides for each task, in index order, what goes into its commit. The spec's documents go into the last one. */
export async function planCommits(
  context: RunContext,
  repository: Repository,
  waiting: readonly TaskRunState[],
): Promise<readonly CommitStep[]> {
  const changed = (await changedPaths(repository)).map((entry) => entry.path)
  const documents = specDocuments(context, repository)
  const { document } = context.readTasks()
  const remaining = new Set(changed.filter((path) => !isControlFile(path) && !documents.includes(path)))
  const specFolder = relative(context.root, context.specDir).split(sep).join('/')
  const all = new Set(changed)
  const found = waiting.map((state) => {
    const task = findTaskAgain(document, state)
    return { state, task, named: namedPaths({ files: task?.fields.files ?? [], changed: all, specFolder }) }
  })
  const steps: CommitStep[] = []
  for (const entry of found) {
    const { state, task, named } = entry
    const others = found.flatMap((other) => (other === entry ? [] : other.named))
    const paths = pathsOf(context, { state, named, others, remaining: [...remaining] })
    const step = await stepFor(context, repository, { state, task, paths })
    if (step.kind === 'commit') for (const path of paths) remaining.delete(path)
    steps.push(step)
  }
  const last = steps.findLast((step) => step.kind === 'commit')
  const left = documents.filter((path) => changed.includes(path))
  return steps.map((step) => (step === last ? { ...last, paths: [...last.paths, ...left] } : step))
}

/** A task with a worktree of its own changed what it changed there; in the main one its files are told apart. */
function pathsOf(context: RunContext, claim: FilesClaim): readonly string[] {
  const attempt = claim.state.attempts.at(-1)
  return attempt?.worktree == null ? ownFilesOf(context, claim) : (attempt.changedFiles ?? [])
}

async function stepFor(
  context: RunContext,
  repository: Repository,
  {
    state,
    task,
    paths,
  }: { readonly state: TaskRunState; readonly task: Task | undefined; readonly paths: readonly string[] },
): Promise<CommitStep> {
  const skip = (reason: string): CommitStep => ({ kind: 'skip', task: state, reason })
  if (task === undefined) return skip('The task cannot be found again in the file, and with it its commit message.')
  const message = commitMessage(context, task)
  if (message === null) return skip('The task asks for no commit.')
  if (paths.length === 0 || endedBefore(context, state)) {
    const sha = await madeBefore(context, repository, state, message)
    if (sha !== undefined) return { kind: 'made', task: state, sha }
  }
  if (paths.length === 0 && task.fields.commit?.onlyIfChanged === true) return skip('Nothing was changed.')
  return { kind: 'commit', task: state, message, paths }
}

/** True for a task that had succeeded before this process went on with the run: its commit may be there already. */
function endedBefore(context: RunContext, task: TaskRunState): boolean {
  const { endedAt } = task.attempts.at(-1) ?? {}
  return context.recovering && typeof endedAt === 'string' && endedAt < context.startedAt
}

/** A commit for this task that nobody has noted down: its executor's own, or that of a runner that died. */
function madeBefore(
  context: RunContext,
  repository: Repository,
  task: TaskRunState,
  message: string,
): Promise<string | undefined> {
  const state = context.journal.state()
  const known = new Set([...(state?.tasks.values() ?? [])].flatMap((other) => other.commit ?? []))
  const since = task.attempts[0]?.startedAt ?? state?.startedAt ?? ''
  return findCommit(repository, { message, since, known })
}
