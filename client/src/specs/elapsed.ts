import type { AttemptState } from '#core/run/runState'

/** A duration for people: `0:07`, `12:30`, `1:02:05`. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** How long an attempt took, or has been running until `now` (milliseconds since the epoch). */
export function elapsed(attempt: AttemptState, now: number): number {
  return attempt.durationMs ?? now - Date.parse(attempt.startedAt)
}
