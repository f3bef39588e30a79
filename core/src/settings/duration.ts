const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** Longest time a timer of Node can wait, in milliseconds; longer durations are refused. */
const longest = 2 ** 31 - 1

/**
 * Reads a duration such as `90s`, `60m`, `1h`, `1h30m`, `1.5h`, `500ms`, or `0` (off).
 * Gives milliseconds; undefined when the text is no duration or longer than a timer can wait (about 24 days).
 */
export function parseDuration(text: string): number | undefined {
  const compact = text.trim().toLowerCase()
  if (compact === '0') return 0
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/.test(compact)) return undefined
  let total = 0
  for (const [, amount, unit] of compact.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    total += Number(amount) * (units[unit ?? ''] ?? Number.NaN)
  }
  const rounded = Math.round(total)
  return rounded <= longest ? rounded : undefined
}

/** The shortest exact text for a duration in milliseconds: `90s`, `1h`, `0`. What `parseDuration` reads back. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds === 0) return '0'
  for (const unit of ['h', 'm', 's'] as const) {
    const size = units[unit] ?? 1
    if (milliseconds % size === 0) return `${milliseconds / size}${unit}`
  }
  return `${milliseconds}ms`
}
