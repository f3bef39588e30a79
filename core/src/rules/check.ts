import type { TasksDocument } from '../document/tasksDocument'
import { createChecker } from './checker'
import type { Problem } from './problem'
import type { CheckContext } from './rule'

/**
 * Every problem of a document, sorted by place and then by code. Rules that the settings turn off are not run.
 * A template has no problems: nothing in it is meant to be run. Never throws on any document the parser gives.
 */
export function checkDocument(document: TasksDocument, context: CheckContext): readonly Problem[] {
  return createChecker()(document, context)
}
