import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { JournalEvent } from '#core/generated/journalEvent'
import {
  createJournal,
  journalFile,
  newestRun,
  readJournal,
  reopenJournal,
  type Journal,
} from '../../../runner/src/files/journal'
import { temporaryFolder } from '../../acceptance/temporaryFolder'

const none = (): void => undefined

function specFolder(): string {
  return temporaryFolder('journal')
}

function warnings(journal: Journal, ...messages: string[]): void {
  for (const message of messages) journal.append({ kind: 'warning', code: 'test', message, index: null })
}

function messagesOf(events: readonly JournalEvent[]): string[] {
  return events.flatMap((event) => (event.kind === 'warning' ? [event.message] : []))
}

test('events come back as they were told, numbered without gaps', () => {
  const told: JournalEvent[] = []
  const journal = createJournal(specFolder(), 'r1', (event) => told.push(event))
  warnings(journal, 'eins', 'zwei – ünï', 'three')
  journal.close()
  const { events, damaged } = readJournal(journal.folder)
  expect(events).toEqual(told)
  expect(events.map((event) => event.seq)).toEqual([0, 1, 2])
  expect(damaged).toBe(0)
})

test('a torn last line counts as never written, wherever it is torn', () => {
  const journal = createJournal(specFolder(), 'r1', none)
  warnings(journal, 'one', 'two')
  journal.close()
  const path = journalFile(journal.folder)
  const whole = readFileSync(path)
  const first = whole.indexOf(10) + 1
  for (let length = first; length < whole.length; length++) {
    writeFileSync(path, whole.subarray(0, length))
    expect(messagesOf(readJournal(journal.folder).events)).toEqual(['one'])
  }
})

test('going on after a torn line cuts it off and counts on', () => {
  const spec = specFolder()
  const journal = createJournal(spec, 'r1', none)
  warnings(journal, 'one', 'two')
  journal.close()
  const path = journalFile(journal.folder)
  truncateSync(path, readFileSync(path).length - 5)
  const again = reopenJournal(spec, 'r1', none)
  warnings(again, 'three')
  again.close()
  const { events } = readJournal(journal.folder)
  expect(messagesOf(events)).toEqual(['one', 'three'])
  expect(events.map((event) => event.seq)).toEqual([0, 1])
})

test('a spoilt line is left out and counted', () => {
  const journal = createJournal(specFolder(), 'r1', none)
  warnings(journal, 'one', 'two', 'three')
  journal.close()
  const path = journalFile(journal.folder)
  writeFileSync(path, readFileSync(path, 'utf8').replace('two', 'TWO'))
  const content = readJournal(journal.folder)
  expect(messagesOf(content.events)).toEqual(['one', 'three'])
  expect(content.damaged).toBe(1)
})

test('the newest run is the last by its id that has begun', async () => {
  const spec = specFolder()
  expect(await newestRun(spec)).toBeUndefined()
  for (const runId of ['20261122T100000000-aaaa', '20261122T110000000-0000']) {
    const journal = createJournal(spec, runId, none)
    journal.append({
      kind: 'runStarted',
      file: '/x/tasks.md',
      root: '/x',
      dialect: 'generic',
      executor: 'shell',
      options: {
        scope: 'all',
        indices: [],
        executor: 'shell',
        maxConcurrent: 3,
        taskTimeoutMs: 0,
        idleTimeoutMs: 0,
        isolation: 'shared',
        commit: true,
        verify: true,
        retries: 0,
        breakAt: 'heading',
        config: null,
      },
      version: '0',
      pid: 1,
      pidStart: '',
      host: '',
      socket: null,
    })
    journal.close()
  }
  createJournal(spec, '20261122T120000000-ffff', none).close()
  expect((await newestRun(spec))?.runId).toBe('20261122T110000000-0000')
})
