import type { DialectRules } from './dialect'

/** OpenSpec: boxes below `## 1. Section`, often without id; a nested box is a task only with an id of its own. */
export const openspec: DialectRules = {
  name: 'openspec',
  isTask: (box) => box.id !== null || box.indent <= 1,
  roundMarker: false,
  squareMarker: false,
  containers: 'nested',
  pathsInTitle: false,
  waitLines: false,
  flat: false,
}
