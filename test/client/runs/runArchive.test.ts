import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRunArchive } from '../../../client/src/runs/runArchive'
import { attemptStarting, batchStarted, journalLines, runEnded, runStarted, writeJournal } from '../journalFixture'

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'run-archive-')), 'tasks.md')
})
afterEach(() => rmSync(dirname(file), { recursive: true }))

/** Writes the journal of a run that succeeded. */
function writeRun(runId: string, of = file): string {
  const events = [runStarted({ file: of }), batchStarted, attemptStarting(1), runEnded('success')]
  return writeJournal(dirname(file), runId, journalLines(events, runId))
}

describe('the archive of runs', () => {
  it('lists the runs newest first and sums each up', async () => {
    for (const runId of ['20261121-a', '20261122-b']) writeRun(runId)
    const archive = createRunArchive()
    expect(await archive.ids(file)).toEqual(['20261122-b', '20261121-a'])
    expect(await archive.headline(file, '20261121-a')).toMatchObject({ outcome: 'success', total: 2, wallMs: 3000 })
  })

  it('reads a journal again when it has grown', async () => {
    const folder = writeRun('20261122-b')
    const archive = createRunArchive()
    expect((await archive.headline(file, '20261122-b'))?.outcome).toBe('success')
    appendFileSync(join(folder, 'events.ndjson'), journalLines([runEnded('failed')], '20261122-b', 4).join(''))
    expect((await archive.headline(file, '20261122-b'))?.outcome).toBe('failed')
  })

  it('gives the same headline as long as the journal stays, also after many others were read', async () => {
    const archive = createRunArchive()
    const ids = Array.from({ length: 9 }, (_, at) => `20261122-${at}`)
    for (const runId of ids) writeRun(runId)
    const first = await archive.headline(file, '20261122-0')
    for (const runId of ids) await archive.timeline(file, runId)
    expect(await archive.headline(file, '20261122-0')).toBe(first)
    expect((await archive.timeline(file, '20261122-0'))?.lanes).toHaveLength(2)
  })

  it('leaves out what is no run of this document', async () => {
    writeRun('20261122-b', join(dirname(file), 'other.md'))
    const archive = createRunArchive()
    expect(await archive.headline(file, '20261122-b')).toBeUndefined()
    expect(await archive.timeline(file, 'missing')).toBeUndefined()
  })
})
