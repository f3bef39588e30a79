import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { progressFileName } from '../files/progressFiles'
import type { AttemptPlan } from './attemptPlan'
import type { RunContext } from './runContext'
import type { Workplace } from './workplace'

/** The files of one attempt. */
export interface AttemptFiles {
  /** Names in the folder of the run. */
  readonly log: string
  readonly errorLog: string
  /** Absolute paths in the folder of the run. */
  readonly logPath: string
  readonly errorLogPath: string
  readonly promptPath: string
  readonly scriptPath: string
  /** Name in the spec folder. */
  readonly progressFile: string
  readonly progressPath: string
}

/** Where a task that is alone writes its notes. */
export const sharedNotesFile = '.progress.md'

/**
 * Names the files of an attempt. Alone in the main working tree, a task writes straight to `.progress.md`;
 * otherwise to a file of its own.
 */
export function attemptFiles(context: RunContext, plan: AttemptPlan, place: Workplace): AttemptFiles {
  const { index } = plan.task
  const inRun = (name: string): string => join(context.journal.folder, name)
  const stem = `task-${index}.${plan.attempt}`
  const alone = !plan.parallel && place.worktree === null
  const progressFile = alone ? sharedNotesFile : progressFileName(index)
  return {
    log: `${stem}.log`,
    errorLog: `${stem}.err.log`,
    logPath: inRun(`${stem}.log`),
    errorLogPath: inRun(`${stem}.err.log`),
    promptPath: inRun(`${stem}.prompt.md`),
    scriptPath: inRun(`${stem}.sh`),
    progressFile,
    progressPath: join(place.specDir, progressFile),
  }
}

/**
 * Moves a task's own progress file out of the spec folder into that of the run, so that notes of an attempt
 * that did not succeed are kept but never merged. Does nothing when there is none.
 */
export function setProgressAside(context: RunContext, index: number, label: string): void {
  const path = join(context.specDir, progressFileName(index))
  if (!existsSync(path)) return
  mkdirSync(context.journal.folder, { recursive: true })
  renameSync(path, freeName(join(context.journal.folder, `task-${index}.${label}.progress`)))
}

function freeName(stem: string): string {
  for (let number = 0; ; number++) {
    const path = `${stem}${number === 0 ? '' : `-${number}`}.md`
    if (!existsSync(path)) return path
  }
}
