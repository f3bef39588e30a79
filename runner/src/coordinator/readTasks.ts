import { readFileSync } from 'node:fs'
import { createIncrementalParser, type IncrementalParser } from '#core/document/incremental'
import type { TasksDocument } from '#core/document/tasksDocument'
import { planGroups } from '#core/plan/groups'
import type { BreakAt, Plan } from '#core/plan/plan'
import { decodeFile } from '../files/encoding'
import { UserError } from '../userError'

/** A tasks document as it stands on the disk now, with its plan. */
export interface TasksNow {
  readonly document: TasksDocument
  readonly plan: Plan
}

/** Reads a tasks document. Throws `UserError` when it cannot be read. */
export function readTasks(file: string, breakAt: BreakAt): TasksNow {
  return createTasksReader(file, breakAt, parserOf(file))()
}

/** A parser of one tasks document that reads again only what has changed since the last time. */
export function parserOf(file: string): IncrementalParser {
  return createIncrementalParser({ path: file, openedOnPurpose: true })
}

/** Makes a reader of one tasks document as it stands on the disk. */
export function createTasksReader(file: string, breakAt: BreakAt, parser: IncrementalParser): () => TasksNow {
  let last: { readonly text: string; readonly now: TasksNow } | undefined
  return () => {
    const text = readText(file)
    if (last?.text === text) return last.now
    const document = parser.update(text)
    last = { text, now: { document, plan: planGroups(document, breakAt) } }
    return last.now
  }
}

function readText(file: string): string {
  try {
    return decodeFile(readFileSync(file)).text
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UserError(`${file} cannot be read (${message}); check the path and its permissions.`)
  }
}
