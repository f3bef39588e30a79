import { findTaskAgain } from '#core/document/tick'
import { normalisePath, overlap } from '#core/plan/paths'
import { isControlFile } from '../git/controlFiles'
import type { Repository } from '../git/repository'
import { changedPaths } from '../git/status'
import { changedSince } from './baseline'
import { tasksOf } from './batchResults'
import { warn, type RunContext } from './runContext'
import { specDocuments } from './specDocuments'

/** Tells of changes that no task of the batch names, failed ones included: nobody will commit them. */
export async function tellUnclaimed(context: RunContext, repository: Repository, batch: number): Promise<void> {
  const documents = specDocuments(context, repository)
  const isNew = changedSince(context, batch)
  const { document } = context.readTasks()
  const named = tasksOf(context, batch).flatMap((state) => findTaskAgain(document, state)?.fields.files ?? [])
  const left = (await changedPaths(repository))
    .map((entry) => entry.path)
    .filter((path) => !isControlFile(path) && !documents.includes(path) && isNew(path))
    .filter((path) => !named.some((file) => overlap(normalisePath(file.path), path)))
  if (left.length === 0) return
  const shown = `${left.slice(0, 10).join(', ')}${left.length > 10 ? ', …' : ''}`
  warn(context, 'unclaimed-changes', `Changed, but named by no task, and so left uncommitted: ${shown}.`)
}
