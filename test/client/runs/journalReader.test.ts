import { appendFileSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createJournalReader } from '../../../client/src/runs/journalReader'
import { attemptStarted, attemptStarting, batchStarted, journalLines, runStarted } from '../journalFixture'

let file: string
const lines = journalLines([runStarted(), batchStarted, attemptStarting(1), attemptStarted(1)])
const [first = '', second = '', third = '', fourth = ''] = lines

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'journal-reader-')), 'events.ndjson')
})

describe('a reader of a growing journal', () => {
  it('gives nothing for a journal that is not there yet, and all of it once it is', async () => {
    const reader = createJournalReader(file)
    expect(await reader.read()).toEqual({ events: [], restarted: false, damaged: 0 })
    writeFileSync(file, first + second)
    expect((await reader.read()).events.map((event) => event.kind)).toEqual(['runStarted', 'batchStarted'])
  })

  it('gives every event once, in order', async () => {
    const reader = createJournalReader(file)
    writeFileSync(file, first)
    expect((await reader.read()).events.map((event) => event.seq)).toEqual([0])
    expect(await reader.read()).toEqual({ events: [], restarted: false, damaged: 0 })
    appendFileSync(file, second + third)
    expect((await reader.read()).events.map((event) => event.seq)).toEqual([1, 2])
  })

  it('waits for the rest of a line that is still being written', async () => {
    const reader = createJournalReader(file)
    writeFileSync(file, first + second.slice(0, 20))
    expect((await reader.read()).events.map((event) => event.seq)).toEqual([0])
    appendFileSync(file, second.slice(20))
    expect((await reader.read()).events.map((event) => event.seq)).toEqual([1])
  })

  it('reads the line that takes the place of a torn one, also a longer one', async () => {
    const reader = createJournalReader(file)
    writeFileSync(file, first + second.slice(0, 20))
    await reader.read()
    truncateSync(file, first.length)
    appendFileSync(file, second + third)
    const news = await reader.read()
    expect(news.events.map((event) => event.kind)).toEqual(['batchStarted', 'attemptStarting'])
    expect(news.restarted).toBe(false)
  })

  it('leaves a spoilt line out, counts it, and goes on behind it', async () => {
    const reader = createJournalReader(file)
    writeFileSync(file, first + second.replace('Create b', 'Create x') + third)
    const news = await reader.read()
    expect(news.events.map((event) => event.kind)).toEqual(['runStarted', 'attemptStarting'])
    expect(news.damaged).toBe(1)
  })

  it('begins again when the file is shorter than what was read', async () => {
    const reader = createJournalReader(file)
    writeFileSync(file, first + second + third)
    await reader.read()
    writeFileSync(file, first + fourth)
    const news = await reader.read()
    expect(news.restarted).toBe(true)
    expect(news.events.map((event) => event.kind)).toEqual(['runStarted', 'attemptStarted'])
  })
})
