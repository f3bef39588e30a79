import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunStore } from '../../../client/src/runs/runStore'
import type { EventBody } from '#core/run/event'
import { createRunStore } from '../../../client/src/runs/runStore'
import type { RunChange } from '../../../client/src/runs/runView'
import { hasJustEnded } from '../../../client/src/runs/runView'
import {
  attemptStarting,
  batchEnded,
  batchStarted,
  journalLines,
  runEnded,
  runStarted,
  writeJournal,
} from '../journalFixture'

const runId = '20261122T194500-aaaa'
let file: string
let store: RunStore
let alive: boolean
let changes: RunChange[]

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'run-store-')), 'tasks.md')
  alive = true
  changes = []
  // The poll never comes in a test's time: every look is asked for.
  store = createRunStore({
    isAlive: async () => alive,
    host: 'here',
    pollMs: 1_000_000,
    onError: (error) => {
      throw error
    },
  })
  store.onDidChange((change) => changes.push(change))
})
afterEach(() => store.dispose())

describe('the store of runs', () => {
  it('knows nothing of a spec that never ran', async () => {
    expect(await store.examine(file)).toBeUndefined()
    expect(store.all()).toEqual([])
  })

  it('takes an unfinished run of a living runner for live', async () => {
    writeJournal(dirname(file), runId, journalLines([runStarted({ file }), batchStarted]))
    const view = await store.examine(file)
    expect(view?.life).toBe('live')
    expect([...(view?.state.tasks.keys() ?? [])]).toEqual([1, 2])
    expect(store.all()).toEqual([view])
  })

  it('takes an unfinished run of a dead runner for interrupted', async () => {
    alive = false
    writeJournal(dirname(file), runId, journalLines([runStarted({ file }), batchStarted]))
    expect((await store.examine(file))?.life).toBe('interrupted')
  })

  it('takes a run for interrupted that something outside stopped before its batch was finished', async () => {
    writeJournal(dirname(file), runId, journalLines([runStarted({ file }), batchStarted, runEnded('failed')]))
    expect((await store.examine(file))?.life).toBe('interrupted')
  })

  it('takes an unfinished run of another machine, whose lock is gone, for interrupted', async () => {
    writeJournal(dirname(file), runId, journalLines([runStarted({ file, host: 'elsewhere' })]))
    expect((await store.examine(file))?.life).toBe('interrupted')
  })

  it('tells that a live run has ended, once', async () => {
    const folder = writeJournal(dirname(file), runId, journalLines([runStarted({ file }), batchStarted]))
    await store.examine(file)
    appendFileSync(join(folder, 'events.ndjson'), journalLines([batchEnded, runEnded('failed')], runId, 2).join(''))
    alive = false
    const view = await store.examine(file)
    expect(view?.life).toBe('ended')
    expect(view?.state.outcome).toBe('failed')
    await store.examine(file)
    expect(changes.filter(hasJustEnded).map(({ view }) => view.state.runId)).toEqual([runId])
  })

  it('shows the newest of several runs', async () => {
    alive = false
    writeJournal(dirname(file), '20261121T000000-zzzz', journalLines([runStarted({ file })], '20261121T000000-zzzz'))
    writeJournal(dirname(file), runId, journalLines([runStarted({ file })], runId))
    expect((await store.examine(file))?.state.runId).toBe(runId)
  })

  it('follows the run that the lock names, before its journal is there', async () => {
    writeLock(runId)
    expect(await store.examine(file)).toBeUndefined()
    writeJournal(dirname(file), runId, journalLines([runStarted({ file })]))
    expect((await store.examine(file))?.life).toBe('live')
  })

  it('sees a retry that goes on with an ended journal', async () => {
    const folder = writeJournal(
      dirname(file),
      runId,
      journalLines([runStarted({ file }), batchStarted, batchEnded, runEnded('failed')]),
    )
    alive = false
    expect((await store.examine(file))?.life).toBe('ended')
    alive = true
    writeLock(runId)
    expect((await store.examine(file))?.life).toBe('ended')
    appendFileSync(join(folder, 'events.ndjson'), journalLines([resumed(), attemptStarting(1, 2)], runId, 4).join(''))
    expect((await store.examine(file))?.life).toBe('live')
    appendFileSync(join(folder, 'events.ndjson'), journalLines([runEnded('success')], runId, 6).join(''))
    rmSync(lockPath())
    expect((await store.examine(file))?.state.outcome).toBe('success')
    expect(changes.filter(hasJustEnded)).toHaveLength(1)
  })

  it('goes on looking by itself while someone holds the lock of an ended run', async () => {
    const eager = createRunStore({ isAlive: async () => true, host: 'here', pollMs: 10, onError: () => {} })
    const folder = writeJournal(
      dirname(file),
      runId,
      journalLines([runStarted({ file }), batchStarted, batchEnded, runEnded('failed')]),
    )
    writeLock(runId)
    expect((await eager.examine(file))?.life).toBe('ended')
    const live = new Promise<void>((resolve) => eager.onDidChange(({ view }) => view.life === 'live' && resolve()))
    appendFileSync(join(folder, 'events.ndjson'), journalLines([resumed()], runId, 4).join(''))
    await live
    eager.dispose()
  })

  it('leaves out the run of another document in the same folder', async () => {
    writeJournal(dirname(file), runId, journalLines([runStarted({ file: join(dirname(file), 'other.md') })]))
    expect(await store.examine(file)).toBeUndefined()
  })

  it('is quiet after it was disposed', async () => {
    const folder = writeJournal(dirname(file), runId, journalLines([runStarted({ file })]))
    await store.examine(file)
    store.dispose()
    appendFileSync(join(folder, 'events.ndjson'), journalLines([batchStarted], runId, 1).join(''))
    expect(changes).toHaveLength(1)
    expect(store.all()).toEqual([])
  })
})

function resumed(): EventBody {
  const { options, pid, pidStart, host, socket } = started()
  return { kind: 'runResumed', mode: 'retry', options, pid, pidStart, host, socket }
}

function started(): Extract<ReturnType<typeof runStarted>, { kind: 'runStarted' }> {
  const event = runStarted()
  if (event.kind !== 'runStarted') throw new Error('not the first event')
  return event
}

function lockPath(): string {
  return join(dirname(file), '.parallel-tasks', 'lock')
}

function writeLock(of: string): void {
  mkdirSync(dirname(lockPath()), { recursive: true })
  writeFileSync(
    lockPath(),
    JSON.stringify({ pid: 4711, pidStart: 'boot:1', host: 'here', user: 'me', runId: of, socket: null, startedAt: '' }),
  )
}
