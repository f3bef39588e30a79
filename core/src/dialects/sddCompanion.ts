import type { DialectRules } from './dialect'
import { specKit } from './specKit'

/** sdd-companion: as spec-kit with bold ids, and bold lines that make everything before them finish first. */
export const sddCompanion: DialectRules = { ...specKit, name: 'sdd-companion', waitLines: true }
