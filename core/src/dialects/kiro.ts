import { idsOrOutermost, type DialectRules } from './dialect'

/** Kiro: numbered containers with numbered leaves; only the leaves run. */
export const kiro: DialectRules = {
  name: 'kiro',
  isTask: idsOrOutermost,
  roundMarker: false,
  squareMarker: false,
  containers: 'nested-or-numbered',
  pathsInTitle: false,
  waitLines: false,
  flat: false,
}
