import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Worktree } from '../git/worktree'
import type { AttemptPlan } from './attemptPlan'
import type { RunContext } from './runContext'

/** What must be known to bring a worktree's work back later, by whichever process. */
export interface WorktreeNote extends Worktree {
  /** The commit the attempt began with. */
  readonly base: string
  /** The commit that holds its work; null until it succeeded. */
  readonly head: string | null
}

/** The note of an attempt's worktree; undefined when it had none. */
export function readNote(context: RunContext, index: number, attempt: number): WorktreeNote | undefined {
  const path = noteFile(context, index, attempt)
  if (!existsSync(path)) return undefined
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return isNote(value) ? value : undefined
}

/** Notes down the worktree of an attempt, in the folder of the run. */
export function writeNote(context: RunContext, plan: AttemptPlan, note: WorktreeNote): void {
  writeFileSync(noteFile(context, plan.task.index, plan.attempt), JSON.stringify(note))
}

function noteFile(context: RunContext, index: number, attempt: number): string {
  return join(context.journal.folder, `task-${index}.${attempt}.worktree.json`)
}

function isNote(value: unknown): value is WorktreeNote {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    'branch' in value &&
    'base' in value &&
    'head' in value
  )
}
