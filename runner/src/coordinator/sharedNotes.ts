import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropRepeatedNotes, type NotesOfAttempt } from '#core/run/repeatedNotes'
import type { TaskRunState } from '#core/run/runState'
import { writeAtomic } from '../files/atomicWrite'
import type { RunContext } from './runContext'

/** Keeps `.progress.md` as it is before an attempt that writes straight to it. */
export function keepNotesBefore(context: RunContext, index: number, attempt: number): void {
  keep(context, copyName(index, attempt, 'before'))
}

/** Keeps `.progress.md` as an attempt left it that did not succeed. */
export function keepNotesAfter(context: RunContext, index: number, attempt: number): void {
  keep(context, copyName(index, attempt, 'after'))
}

/** Takes out what the task's unsuccessful attempts had noted and its last one noted again. */
export async function tidySharedNotes(context: RunContext, task: TaskRunState): Promise<void> {
  const path = notesFile(context)
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return
  const attempts = task.attempts.flatMap(({ attempt }) => readCopies(context, task.index, attempt) ?? [])
  const now = readFileSync(path, 'utf8')
  const tidy = dropRepeatedNotes(now, attempts)
  if (tidy !== now && readFileSync(path, 'utf8') === now) await writeAtomic(path, tidy)
}

function readCopies(context: RunContext, index: number, attempt: number): NotesOfAttempt | undefined {
  const read = (side: 'before' | 'after'): string | undefined => {
    const path = join(context.journal.folder, copyName(index, attempt, side))
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined
  }
  const before = read('before')
  const after = read('after')
  return before === undefined || after === undefined ? undefined : { before, after }
}

function keep(context: RunContext, name: string): void {
  const copy = join(context.journal.folder, name)
  if (statSync(notesFile(context), { throwIfNoEntry: false })?.isFile() === true) copyFileSync(notesFile(context), copy)
  else writeFileSync(copy, '')
}

function notesFile(context: RunContext): string {
  return join(context.specDir, '.progress.md')
}

function copyName(index: number, attempt: number, side: 'before' | 'after'): string {
  return `task-${index}.${attempt}.notes-${side}.md`
}
