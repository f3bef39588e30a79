import type { Limit } from './reading'

const rateLimit =
  /rate[ _-]?limit|too many requests|\b(429|529)\b|overloaded_error|usage limit|quota (exceeded|exhausted)|resource_exhausted|hit your limit|limit reached/i
const login =
  /invalid api key|authentication_error|not logged in|please (run )?\/?log ?in|login required|unauthorized|\b401\b|invalid authentication|oauth token (has )?expired|missing api key/i

/** Reads a failure's message: a rate limit, a refused login, or undefined for any other failure. */
export function readLimit(message: string, now: Date): Limit | undefined {
  const line = message.split('\n').find((candidate) => rateLimit.test(candidate) || login.test(candidate))
  if (line === undefined) return undefined
  const kind = rateLimit.test(line) ? 'rate-limit' : 'login'
  const what = kind === 'rate-limit' ? 'The agent hit a rate limit' : 'The agent refused the login'
  const until = kind === 'rate-limit' ? limitEnd(message, now) : null
  return { kind, message: `${what}: ${clean(line)}`, until }
}

/** When a limit ends, as far as the message says it: an epoch, "in 20 s", an ISO time. null when it does not. */
function limitEnd(message: string, now: Date): string | null {
  const epoch = /\b(1[5-9]\d{8}|[2-9]\d{9})(\d{3})?\b/.exec(message)
  if (epoch !== null) return future(Number(epoch[1]) * 1000, now)
  const iso = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)/.exec(message)
  if (iso !== null) return future(Date.parse(iso[0]), now)
  const span =
    /(?:in|after|retry[- ]after:?)\s+(\d+(?:\.\d+)?)\s*(ms|s|sec|secs|seconds?|m|min|mins|minutes?|h|hours?)\b/i.exec(
      message,
    )
  if (span === null) return null
  return future(now.getTime() + Number(span[1]) * unitMs(span[2] ?? 's'), now)
}

function unitMs(unit: string): number {
  if (unit.toLowerCase() === 'ms') return 1
  if (/^m/i.test(unit)) return 60_000
  return /^h/i.test(unit) ? 3_600_000 : 1000
}

/** The time as ISO 8601 when it lies ahead and within eight days, else null: a number may be anything. */
function future(time: number, now: Date): string | null {
  const ahead = time - now.getTime()
  return ahead > 0 && ahead < 8 * 86_400_000 ? new Date(time).toISOString() : null
}

function clean(line: string): string {
  const text = line.replaceAll(/\s+/g, ' ').trim()
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`
}
