import { expect, test } from 'vitest'
import { judgeExecutor, judgeVerify, type ExecutorEvidence, type VerifyEvidence } from '#core/run/verdict'

const good: ExecutorEvidence = {
  cancelled: false,
  timedOut: null,
  timeoutMs: 60_000,
  spawnError: null,
  code: 0,
  signal: null,
  endedAfterFinal: false,
  completion: 'marker',
  needsTerminal: true,
  terminal: { ok: true, message: null },
  markerSeen: true,
  contradiction: null,
  limit: null,
}

/** Everything that can be wrong, worst first: each row is judged although all that follow are wrong as well. */
const ladder: readonly (readonly [string, Partial<ExecutorEvidence>])[] = [
  ['cancelled', { cancelled: true }],
  ['wall-timeout', { timedOut: 'wall' }],
  ['spawn-failed', { spawnError: 'no such program' }],
  ['signal', { signal: 'SIGSEGV', code: null }],
  ['exit-code', { code: 2 }],
  ['terminal-error', { terminal: { ok: false, message: 'boom' } }],
  ['no-marker', { markerSeen: false }],
  ['contradiction', { contradiction: 'This requires manual work' }],
]

test.each(ladder.map(([cause], at) => [cause, at] as const))(
  '%s is told before everything that comes after it',
  (cause, at) => {
    const evidence = ladder.slice(at).reduceRight((all, [, wrong]) => ({ ...all, ...wrong }), good)
    expect(judgeExecutor(evidence).cause).toBe(cause)
  },
)

test('an executor without anything wrong succeeds', () => {
  expect(judgeExecutor(good)).toEqual({ verdict: 'success', cause: null, reason: null, counts: true })
})

test('a stream that breaks off before its last event fails although the exit code is 0', () => {
  expect(judgeExecutor({ ...good, terminal: null })).toMatchObject({ verdict: 'failed', cause: 'no-terminal-event' })
})

test('completion by exit code asks for nothing else', () => {
  const evidence = { ...good, completion: 'exit-code', terminal: null, markerSeen: false } as const
  expect(judgeExecutor(evidence).verdict).toBe('success')
})

test('one that said its last word and was ended because it lived on has no exit code to be judged by', () => {
  expect(judgeExecutor({ ...good, code: null, signal: 'SIGKILL', endedAfterFinal: true }).verdict).toBe('success')
})

test('a rate limit uses up no try, and is none for an executor that succeeded', () => {
  const limit = { kind: 'rate-limit', message: 'The agent hit a rate limit: 429' } as const
  expect(judgeExecutor({ ...good, code: 1, limit })).toMatchObject({
    verdict: 'failed',
    cause: 'rate-limit',
    counts: false,
  })
  expect(judgeExecutor({ ...good, limit }).verdict).toBe('success')
})

test('silence and time are told with the limit that was broken', () => {
  expect(judgeExecutor({ ...good, timedOut: 'idle', timeoutMs: 600_000 }).reason).toBe('It was silent for 10 min.')
  expect(judgeExecutor({ ...good, timedOut: 'wall', timeoutMs: 1500 }).reason).toBe('It was not done within 1.5 s.')
})

const passed: VerifyEvidence = {
  command: 'npm test',
  cancelled: false,
  timedOut: false,
  timeoutMs: 60_000,
  spawnError: null,
  code: 0,
  signal: null,
  unexpected: null,
  expectedCode: 0,
}

test.each([
  ['success', {}],
  ['verify-failed', { code: 1 }],
  ['verify-failed', { code: null, signal: 'SIGKILL' }],
  ['verify-failed', { unexpected: 'showed 2, expected 3' }],
  ['verify-timeout', { timedOut: true }],
  ['cancelled', { cancelled: true, code: 1 }],
  ['success', { code: 1, expectedCode: 1 }],
  ['success', { code: 7, expectedCode: 'non-zero' }],
  ['verify-failed', { code: 0, expectedCode: 'non-zero' }],
] as const)('Verify: %s for %j', (cause, evidence) => {
  expect(judgeVerify({ ...passed, ...evidence }).cause ?? 'success').toBe(cause)
})
