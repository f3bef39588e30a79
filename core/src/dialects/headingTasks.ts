import type { DialectRules } from './dialect'
import { smartRalph } from './smartRalph'

/** Files whose tasks are headings: their boxes are criteria or fields, so that there is nothing to plan. */
export const headingTasks: DialectRules = { ...smartRalph, name: 'heading-tasks', isTask: () => false }
