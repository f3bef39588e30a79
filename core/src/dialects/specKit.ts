import type { DialectRules } from './dialect'

/** spec-kit: one line per task, `T012 [P] [US1] Create … in path`; only `T` ids are tasks, all else is a checklist. */
export const specKit: DialectRules = {
  name: 'spec-kit',
  isTask: (box) => /^T-?\d/.test(box.id ?? ''),
  roundMarker: false,
  squareMarker: true,
  containers: 'none',
  pathsInTitle: true,
  waitLines: false,
  flat: false,
}
