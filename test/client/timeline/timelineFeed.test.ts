import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ToTimelinePage } from '#core/wire/timelinePage'
import { createSignal } from '../../../client/src/platform/signal'
import type { RunChange, RunView } from '../../../client/src/runs/runView'
import { createTimelineFeed } from '../../../client/src/timeline/timelineFeed'
import {
  attemptEnded,
  attemptStarting,
  batchStarted,
  journalLines,
  place,
  runEnded,
  runStarted,
  timeOf,
  writeJournal,
} from '../journalFixture'
import { viewAfter } from '../viewFixture'

const { runId } = place
let file: string
let sent: ToTimelinePage[]
let view: RunView | undefined
let changed: ReturnType<typeof createSignal<RunChange>>

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'timeline-feed-')), 'tasks.md')
  sent = []
  view = undefined
  changed = createSignal<RunChange>()
})
afterEach(() => rmSync(dirname(file), { recursive: true }))

function feed(): ReturnType<typeof createTimelineFeed> {
  return createTimelineFeed({
    file,
    runId,
    specName: 'demo',
    runs: { get: () => view, onDidChange: changed.event },
    send: (message) => sent.push(message),
    now: () => Date.parse(timeOf(30)),
    onError: (error) => {
      throw error
    },
  })
}

describe('the feed of a timeline', () => {
  it('sends the whole of a past run', async () => {
    const events = [runStarted({ file }), batchStarted, attemptStarting(1), runEnded('success')]
    writeJournal(dirname(file), runId, journalLines(events))
    await feed().sendAll()
    expect(sent).toMatchObject([
      { kind: 'whole', frame: { specName: 'demo', life: 'ended', now: 3000 }, line: { outcome: 'success' } },
    ])
  })

  it('sends of a live run what changed, and only the lanes that did', async () => {
    const folder = writeJournal(
      dirname(file),
      runId,
      journalLines([runStarted({ file }), batchStarted, attemptStarting(1), attemptStarting(2)]),
    )
    view = { ...viewAfter('live', runStarted({ file })), file }
    const started = feed()
    await started.sendAll()
    expect(sent).toMatchObject([{ kind: 'whole', frame: { life: 'live', now: 30_000 } }])

    appendFileSync(join(folder, 'events.ndjson'), journalLines([attemptEnded(2, 'success')], runId, 4).join(''))
    const next = nextMessage()
    changed.fire({ view, before: view })
    expect(await next).toMatchObject({ kind: 'changes', lanes: [{ index: 2, status: 'success' }] })
    started.dispose()
  })

  it('sends everything again to a page that was made anew', async () => {
    writeJournal(dirname(file), runId, journalLines([runStarted({ file }), batchStarted]))
    const started = feed()
    await started.sendAll()
    await started.sendAll()
    expect(sent.map(({ kind }) => kind)).toEqual(['whole', 'whole'])
  })

  it('says so when there is no journal', async () => {
    await feed().sendAll()
    expect(sent).toEqual([{ kind: 'unreadable', reason: 'The journal of this run is gone or cannot be read.' }])
  })
})

/** The message that is sent next. */
function nextMessage(): Promise<ToTimelinePage> {
  return new Promise((resolve) => {
    const push = sent.push.bind(sent)
    sent.push = (...messages) => {
      for (const message of messages) resolve(message)
      return push(...messages)
    }
  })
}
