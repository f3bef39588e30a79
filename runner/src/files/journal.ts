import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sync as writeFileAtomicSync } from 'write-file-atomic'
import type { JournalEvent } from '#core/generated/journalEvent'
import type { EventBody } from '#core/run/event'
import { foldEvent, foldRun } from '#core/run/fold'
import type { RunState } from '#core/run/runState'
import type { JournalLines } from '#core/run/journalLines'
import { UserError } from '../userError'
import { readJournalText, sealEvent } from './journalLine'
import { runFolder, runsFolder } from './specFolder'

/** The append-only log of a run. Only the owner of the spec's lock appends to it. */
export interface Journal {
  readonly runId: string
  /** Folder of the run: its journal, logs and prompts. */
  readonly folder: string
  /** How many lines of an earlier runner were spoilt and left out. */
  readonly damaged: number
  /** The fold over everything written so far. */
  state(): RunState | undefined
  /** Writes one event through to the disk, then tells it. */
  append(body: EventBody): JournalEvent
  close(): void
}

/** Path of the journal in the folder of a run. */
export function journalFile(folder: string): string {
  return join(folder, 'events.ndjson')
}

/** Reads the journal in the folder of a run; a spoilt first line is read from its copy. Throws what the file system throws. */
export function readJournal(folder: string): JournalLines {
  const read = readJournalText(readFileSync(journalFile(folder)))
  const start = needsStart(read) ? readStart(folder) : undefined
  return start === undefined ? read : { ...read, events: [...start.events, ...read.events] }
}

/** Begins the journal of a new run. */
export function createJournal(specDir: string, runId: string, tell: (event: JournalEvent) => void): Journal {
  const folder = runFolder(specDir, runId)
  mkdirSync(folder, { recursive: true })
  const fd = openSync(journalFile(folder), 'ax')
  return journalOn(fd, { runId, folder, damaged: 0, state: undefined, nextSeq: 0 }, tell)
}

/** Opens the journal of an earlier run to go on with it, and cuts off a torn last line. */
export function reopenJournal(specDir: string, runId: string, tell: (event: JournalEvent) => void): Journal {
  const folder = runFolder(specDir, runId)
  const { damaged } = readJournal(folder)
  mendStart(folder)
  const content = readJournal(folder)
  const fd = openSync(journalFile(folder), 'a')
  if (fstatSync(fd).size > content.goodBytes) ftruncateSync(fd, content.goodBytes)
  const nextSeq = (content.events.at(-1)?.seq ?? -1) + 1
  return journalOn(fd, { runId, folder, damaged, state: foldRun(content.events), nextSeq }, tell)
}

/**
 * The newest run of a spec that has a journal, or undefined. Run ids sort by time.
 * Throws a `UserError` when its journal has lost its start: an older run must not be taken for it.
 */
export async function newestRun(specDir: string): Promise<{ runId: string; folder: string } | undefined> {
  for (const runId of (await runNames(specDir)).toReversed()) {
    const folder = runFolder(specDir, runId)
    const [first] = eventsIn(folder)
    if (first?.kind === 'runStarted') return { runId, folder }
    if (first !== undefined)
      throw new UserError(
        `The first line of ${journalFile(folder)} is spoilt, so that nobody can tell what the newest run was to do. Look after processes it may have left, move ${folder} away, then begin anew with run: ticks and commits stay.`,
      )
  }
  return undefined
}

/** The ids of all runs of a spec that have begun a journal, oldest first. */
export async function listRuns(specDir: string): Promise<readonly string[]> {
  return (await runNames(specDir)).filter((name) => eventsIn(runFolder(specDir, name))[0]?.kind === 'runStarted')
}

async function runNames(specDir: string): Promise<readonly string[]> {
  const names = await readdir(runsFolder(specDir)).catch(() => [])
  return names.sort((a, b) => (a < b ? -1 : 1))
}

function eventsIn(folder: string): readonly JournalEvent[] {
  try {
    return readJournal(folder).events
  } catch {
    return []
  }
}

/** The first line stands in a file of its own too: without it none of the others means anything. */
function startFile(folder: string): string {
  return join(folder, 'start.ndjson')
}

function needsStart({ events }: JournalLines): boolean {
  return events[0] !== undefined && events[0].kind !== 'runStarted'
}

function readStart(folder: string): JournalLines | undefined {
  try {
    return readJournalText(readFileSync(startFile(folder)))
  } catch {
    return undefined
  }
}

/** Puts the first line back into a journal that has lost it, in one step. */
function mendStart(folder: string): void {
  const path = journalFile(folder)
  const bytes = readFileSync(path)
  if (!needsStart(readJournalText(bytes)) || readStart(folder)?.events[0] === undefined) return
  const behindFirst = bytes.indexOf(10) + 1
  // The line may be gone rather than spoilt: what comes first then is an event like any other.
  const isGone = readJournalText(bytes.subarray(0, behindFirst)).events.length > 0
  writeFileAtomicSync(
    path,
    Buffer.concat([readFileSync(startFile(folder)), isGone ? bytes : bytes.subarray(behindFirst)]),
  )
}

interface Start {
  readonly runId: string
  readonly folder: string
  readonly damaged: number
  readonly state: RunState | undefined
  readonly nextSeq: number
}

function journalOn(fd: number, start: Start, tell: (event: JournalEvent) => void): Journal {
  let state = start.state
  let seq = start.nextSeq
  return {
    runId: start.runId,
    folder: start.folder,
    damaged: start.damaged,
    state: () => state,
    append(body) {
      const { event, line } = sealEvent(body, { seq, at: new Date().toISOString(), runId: start.runId })
      appendWhole(fd, line)
      if (event.kind === 'runStarted') writeFileSync(startFile(start.folder), line)
      seq++
      state = foldEvent(state, event)
      tell(event)
      return event
    },
    close: () => closeSync(fd),
  }
}

/** Writes a line and brings it to the disk; leaves no part of it behind when that fails. */
function appendWhole(fd: number, line: string): void {
  const before = fstatSync(fd).size
  try {
    const bytes = Buffer.from(line)
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done)
    fdatasyncSync(fd)
  } catch (error) {
    ftruncateSync(fd, before)
    throw error
  }
}
