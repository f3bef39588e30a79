import type { BarLook } from '../sentences'

const signs: Readonly<Record<BarLook, string>> = {
  starting: '●',
  running: '●',
  verifying: '●',
  success: '✓',
  failed: '✗',
  cancelled: '■',
  'timed-out': '✗',
  interrupted: '✗',
}

/** The sign of an attempt, the same as in the names of the terminals, so that colour is not all that tells. */
export function signOf(look: BarLook | undefined): string {
  return look === undefined ? '○' : signs[look]
}
