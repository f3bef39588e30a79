import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { foldTimeline } from '#core/run/timeline/foldTimeline'
import type { RunHeadline } from '#core/run/timeline/headline'
import { headlineOf } from '#core/run/timeline/headline'
import type { Timeline } from '#core/run/timeline/timeline'
import { createJournalReader } from './journalReader'
import { journalFile, runFolder, runIds } from './runFolder'

/** Reads the journals of past runs, each once as long as it does not grow. */
export interface RunArchive {
  /** Ids of the runs in the spec's folder, newest first; reads no journal. */
  ids(file: string): Promise<readonly string[]>
  /** What a run came to; undefined when its journal cannot be read, or is that of another document in the folder. */
  headline(file: string, runId: string): Promise<RunHeadline | undefined>
  /** All that happened in a run; undefined as for `headline`. */
  timeline(file: string, runId: string): Promise<Timeline | undefined>
}

interface Read {
  /** Size and time of the journal when it was read. */
  readonly version: string
  readonly headline: RunHeadline | undefined
  readonly timeline: Timeline | undefined
}

/** So many runs are kept whole; of all others only the headline. */
const keptWhole = 4

/** Makes an archive that has read nothing yet. */
export function createRunArchive(): RunArchive {
  const known = new Map<string, Read>()
  const whole: string[] = []

  const keep = (key: string, read: Read): void => {
    known.set(key, read)
    const at = whole.indexOf(key)
    if (at !== -1) whole.splice(at, 1)
    whole.push(key)
    const oldest = whole.length > keptWhole ? whole.shift() : undefined
    const dropped = oldest === undefined ? undefined : known.get(oldest)
    if (oldest !== undefined && dropped !== undefined) known.set(oldest, { ...dropped, timeline: undefined })
  }
  const read = async (file: string, runId: string, needsWhole: boolean): Promise<Read | undefined> => {
    const journal = journalFile(runFolder(file, runId))
    const version = await versionOf(journal)
    if (version === undefined) return undefined
    const before = known.get(journal)
    const isEnough = before?.headline === undefined || !needsWhole || before.timeline !== undefined
    if (before?.version === version && isEnough) return before
    const timeline = await readTimeline(journal)
    const isOurs = timeline !== undefined && basename(timeline.file) === basename(file)
    const now = {
      version,
      timeline: isOurs ? timeline : undefined,
      headline: isOurs ? headlineOf(timeline) : undefined,
    }
    keep(journal, now)
    return now
  }
  return {
    ids: runIds,
    headline: async (file, runId) => (await read(file, runId, false))?.headline,
    timeline: async (file, runId) => (await read(file, runId, true))?.timeline,
  }
}

async function versionOf(journal: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs } = await stat(journal)
    return `${size} ${mtimeMs}`
  } catch {
    return undefined
  }
}

async function readTimeline(journal: string): Promise<Timeline | undefined> {
  const { events } = await createJournalReader(journal).read()
  let timeline: Timeline | undefined
  for (const event of events) timeline = foldTimeline(timeline, event)
  return timeline
}
