import { idsOrOutermost, type DialectRules } from './dialect'

/** Any other list of boxes. */
export const generic: DialectRules = {
  name: 'generic',
  isTask: idsOrOutermost,
  roundMarker: false,
  squareMarker: true,
  containers: 'nested-or-numbered',
  pathsInTitle: false,
  waitLines: false,
  flat: false,
}
