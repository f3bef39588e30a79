// Journals of runs that never were, for what a real run would take too long to show.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventBody } from '#core/run/event'
import { sealEvent } from '../../runner/src/files/journalLine'
import { attemptEnded, attemptStarted, attemptStarting, runEnded, runStarted } from '../client/journalFixture'
import type { Workspace } from '../hosts/workspace.mjs'

/** What happened how many seconds after the start. */
export type At = readonly [second: number, body: EventBody]

/** Writes the journal of a run of the newsletter, and the logs it names; gives the journal's path. */
export function writeRun(workspace: Workspace, start: Date, happened: readonly At[], changes: object = {}): string {
  const spec = join(workspace.folder, 'specs', 'newsletter')
  const runId = runIdOf(start)
  const folder = join(spec, '.parallel-tasks', 'runs', runId)
  mkdirSync(folder, { recursive: true })
  const first: At = [0, runStarted({ file: join(spec, 'tasks.md'), root: workspace.folder, ...changes })]
  const lines = [first, ...happened].map(([second, body], seq) => lineOf(runId, start, second, seq, body))
  for (const [, body] of happened)
    if (body.kind === 'attemptStarting') writeFileSync(join(folder, body.log), `The log of ${body.log}\n`)
  writeFileSync(join(folder, 'events.ndjson'), lines.join(''))
  return join(folder, 'events.ndjson')
}

/** The id of a made-up run that began then. */
export function runIdOf(start: Date): string {
  return `${start.toISOString().replaceAll(/[-:.Z]/g, '')}-made`
}

/** One more line for a journal. */
export function lineOf(runId: string, start: Date, second: number, seq: number, body: EventBody): string {
  const at = new Date(start.getTime() + Math.round(second * 1000)).toISOString()
  return sealEvent(body, { seq, at, runId }).line
}

/** The beginning of a batch with these titles; indices and ids from 0 on. */
export function batchOf(titles: readonly string[]): EventBody {
  return {
    kind: 'batchStarted',
    batch: 0,
    startIndex: 0,
    endIndex: titles.length - 1,
    parallel: true,
    tasks: titles.map((title, index) => ({ index, id: `1.${index + 1}`, title, line: index })),
  }
}

function attempt(index: number, from: number, to: number, number = 1, reason: string | null = null): readonly At[] {
  return [
    [from, attemptStarting(index, number)],
    [from + 0.5, attemptStarted(index, number)],
    ...(reason === null
      ? [[to - 6, { kind: 'verifyStarted', index, attempt: number, command: 'x', pid: 9, pidStart: 'x' }] as const]
      : []),
    [to, attemptEnded(index, reason === null ? 'success' : 'failed', reason, number)],
  ]
}

const titles = [
  'Model the invoice and its lines',
  'Write the parser for bank statements',
  'Match payments against invoices',
  'Remind customers by e-mail',
  'Export for the tax adviser',
  'Show open invoices on the start page',
  'Print as PDF',
]

const happened: readonly At[] = [
  [0, batchOf(titles)],
  ...attempt(0, 0, 74),
  ...attempt(1, 0, 58, 1, 'Verify failed: npm test exited with code 1.'),
  ...attempt(2, 0, 96),
  ...attempt(3, 58, 121),
  ...attempt(4, 74, 80, 1, 'Rate limit: too many requests.'),
  [80, { kind: 'startsHeld', reason: 'Rate limit: too many requests.', until: null }],
  [110, { kind: 'startsReleased' }],
  ...attempt(4, 110, 170, 2),
  ...attempt(5, 111, 139),
  ...attempt(6, 121, 166, 1, 'Timed out after 45 s.'),
  ...[0, 2, 3, 4, 5].flatMap((index, at): readonly At[] => [
    [170.5 + at * 0.2, { kind: 'taskTicked', index, via: 'file' }],
    [171 + at * 0.2, { kind: 'taskCommitted', index, sha: `${index}a1b2c3d4e5f`, files: ['a.ts', 'b.ts'] }],
  ]),
  [172, runEnded('failed')],
  [50_000, { ...resumed(), mode: 'retry' }],
  [
    50_000,
    {
      ...batchOf(titles),
      tasks: [1, 6].map((index) => ({ index, id: `1.${index + 1}`, title: titles[index] ?? '', line: 1 })),
    } as EventBody,
  ],
  ...attempt(1, 50_000.4, 50_040, 2),
  ...attempt(6, 50_000.4, 50_052, 2),
  [50_052.5, { kind: 'taskTicked', index: 1, via: 'file' }],
  [50_052.6, { kind: 'taskCommitted', index: 1, sha: '1f1b2c3d4e5f', files: ['a.ts'] }],
  [50_052.7, { kind: 'taskTicked', index: 6, via: 'file' }],
  [50_052.8, { kind: 'taskCommitted', index: 6, sha: '6f1b2c3d4e5f', files: ['a.ts'] }],
  [50_053, runEnded('success')],
]

/** A run with everything a timeline shows: waits, retries, a hold, a break, ticks and commits. */
export const richRun: readonly At[] = happened.toSorted(([a], [b]) => a - b)

function resumed(): Extract<EventBody, { kind: 'runResumed' }> {
  const start = runStarted()
  if (start.kind !== 'runStarted') throw new Error('not the first event')
  const { options, pid, pidStart, host, socket } = start
  return { kind: 'runResumed', mode: 'retry', options, pid, pidStart, host, socket }
}
