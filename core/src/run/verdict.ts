import type { Verdict } from './event'

/** What is known about an executor's process when it is over. */
export interface ExecutorEvidence {
  readonly cancelled: boolean
  readonly timedOut: 'wall' | 'idle' | null
  /** The limit that was broken, for the sentence. */
  readonly timeoutMs: number
  /** Why the process could not be made, or null. */
  readonly spawnError: string | null
  readonly code: number | null
  readonly signal: string | null
  /** True when it had said its final word and was ended because it lived on: its exit then says nothing. */
  readonly endedAfterFinal: boolean
  readonly completion: 'marker' | 'exit-code'
  /** True for formats that end with an event that says how it went. */
  readonly needsTerminal: boolean
  readonly terminal: { readonly ok: boolean; readonly message: string | null } | null
  readonly markerSeen: boolean
  /** The executor's own words that contradict the marker, or null. */
  readonly contradiction: string | null
  /** A rate limit or a refused login that its output tells of, or null. */
  readonly limit: { readonly kind: 'rate-limit' | 'login'; readonly message: string } | null
}

/** What the runner's own Verify came to. */
export interface VerifyEvidence {
  readonly command: string
  readonly cancelled: boolean
  readonly timedOut: boolean
  readonly timeoutMs: number
  readonly spawnError: string | null
  readonly code: number | null
  readonly signal: string | null
  /** How the output misses what the task expects of it, or null. */
  readonly unexpected: string | null
  /** The exit code that counts as passed: 0 unless the task says otherwise; `non-zero` for any but 0. */
  readonly expectedCode: number | 'non-zero'
}

/** A verdict with its stable cause and one sentence for people, both null on success. */
export interface Judgement {
  readonly verdict: Verdict
  readonly cause: string | null
  readonly reason: string | null
  /** False when it uses up no try. */
  readonly counts: boolean
}

/** The judgement that nothing is amiss. */
export const success: Judgement = { verdict: 'success', cause: null, reason: null, counts: true }

/**
 * Judges an executor: cancelled, timed out, exit code, terminal event, marker, contradiction, in this order.
 * Success here still has to pass Verify. A failure that tells of a rate limit or a refused login uses up no try.
 */
export function judgeExecutor(evidence: ExecutorEvidence): Judgement {
  const judgement = judgeOutcome(evidence)
  if (judgement.verdict !== 'failed' || evidence.limit === null) return judgement
  return { ...failed(evidence.limit.kind, evidence.limit.message), counts: false }
}

function judgeOutcome(evidence: ExecutorEvidence): Judgement {
  if (evidence.cancelled) return cancelled
  if (evidence.timedOut !== null) return timedOut(evidence.timedOut, evidence.timeoutMs)
  if (evidence.spawnError !== null) return failed('spawn-failed', `It could not be started: ${evidence.spawnError}.`)
  if (!evidence.endedAfterFinal) {
    if (evidence.signal !== null) return failed('signal', `It was ended by the signal ${evidence.signal}.`)
    if (evidence.code !== 0) return failed('exit-code', exitReason(evidence))
  }
  if (evidence.completion === 'exit-code') return success
  if (evidence.terminal !== null && !evidence.terminal.ok)
    return failed('terminal-error', `It ended with an error: ${evidence.terminal.message ?? 'no details given'}.`)
  if (evidence.needsTerminal && evidence.terminal === null)
    return failed('no-terminal-event', 'Its output broke off before the event that ends it.')
  if (!evidence.markerSeen)
    return failed('no-marker', 'It ended without TASK_COMPLETE on a line of its own in its own words.')
  if (evidence.contradiction !== null)
    return failed('contradiction', `It said TASK_COMPLETE, and also: "${evidence.contradiction}".`)
  return success
}

/** Judges the Verify command of a task that went well so far. */
export function judgeVerify(evidence: VerifyEvidence): Judgement {
  if (evidence.cancelled) return cancelled
  const command = `Verify \`${shorten(evidence.command)}\``
  if (evidence.timedOut)
    return failed('verify-timeout', `${command} did not end within ${duration(evidence.timeoutMs)}.`)
  if (evidence.spawnError !== null)
    return failed('verify-failed', `${command} could not be started: ${evidence.spawnError}.`)
  if (evidence.signal !== null) return failed('verify-failed', `${command} was ended by the signal ${evidence.signal}.`)
  const passed = evidence.expectedCode === 'non-zero' ? evidence.code !== 0 : evidence.code === evidence.expectedCode
  if (!passed) return failed('verify-failed', `${command} exited with ${evidence.code ?? 'no code'}.`)
  if (evidence.unexpected !== null) return failed('verify-failed', `${command} ${evidence.unexpected}.`)
  return success
}

/** The verdict on an attempt whose runner died. */
export const interrupted: Judgement = {
  verdict: 'interrupted',
  cause: 'interrupted',
  reason: 'The run broke off before this attempt was judged.',
  counts: false,
}

/** The judgement of an attempt that a person stopped; it uses up no try. */
export const cancelled: Judgement = {
  verdict: 'cancelled',
  cause: 'cancelled',
  reason: 'It was cancelled.',
  counts: false,
}

/** A failure with its stable cause. */
export function failed(cause: string, reason: string): Judgement {
  return { verdict: 'failed', cause, reason, counts: true }
}

function timedOut(kind: 'wall' | 'idle', limitMs: number): Judgement {
  const reason =
    kind === 'wall' ? `It was not done within ${duration(limitMs)}.` : `It was silent for ${duration(limitMs)}.`
  return { verdict: 'timed-out', cause: `${kind}-timeout`, reason, counts: true }
}

function exitReason(evidence: ExecutorEvidence): string {
  const said = evidence.terminal !== null && !evidence.terminal.ok ? evidence.terminal.message : null
  return `It exited with code ${evidence.code ?? 'unknown'}${said === null ? '.' : `: ${shorten(said)}.`}`
}

/** Milliseconds as people say them: `90 s`, `10 min`, `350 ms`. */
function duration(ms: number): string {
  if (ms < 1000) return `${ms} ms`
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`
}

/** One line of at most 160 characters. */
function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`
}
