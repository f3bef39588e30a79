import type { DialectRules } from './dialect'

/** smart-ralph: tasks in the first column with Do, Files, Done when, Verify and Commit below. */
export const smartRalph: DialectRules = {
  name: 'smart-ralph',
  isTask: (box) => box.id !== null,
  roundMarker: false,
  squareMarker: true,
  containers: 'none',
  pathsInTitle: false,
  waitLines: false,
  flat: true,
}
