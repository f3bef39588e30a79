import type { DialectRules } from './dialect'
import { kiro } from './kiro'

/** cc-sdd: as Kiro, mostly flat, with `(P)` behind the id for what may run beside its neighbours. */
export const ccSdd: DialectRules = { ...kiro, name: 'cc-sdd', roundMarker: true }
