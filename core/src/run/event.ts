import type { JournalEvent } from '../generated/journalEvent'

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** An event as the coordinator makes it; the journal adds version, number, time, run and checksum. */
export type EventBody = DistributiveOmit<JournalEvent, 'v' | 'seq' | 'at' | 'runId' | 'sum'>

/** What an attempt came to. */
export type Verdict = Extract<JournalEvent, { kind: 'attemptEnded' }>['verdict']
