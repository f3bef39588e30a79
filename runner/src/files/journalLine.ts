import { createHash } from 'node:crypto'
import type { JournalEvent } from '#core/generated/journalEvent'
import type { EventBody } from '#core/run/event'
import { openJournalLine, readJournalLines, type JournalLines } from '#core/run/journalLines'

/** What the journal adds to every event. */
export interface LineHead {
  readonly seq: number
  readonly at: string
  readonly runId: string
}

/** The whole event and its line: JSON with a checksum over everything before it, and a newline. */
export function sealEvent(body: EventBody, head: LineHead): { readonly event: JournalEvent; readonly line: string } {
  const { kind, ...rest } = body
  const bare = JSON.stringify({ v: 1, seq: head.seq, at: head.at, runId: head.runId, kind, ...rest })
  const line = `${bare.slice(0, -1)},"sum":"${checksum(bare)}"}`
  const event = openJournalLine(line, checksum)
  if (event === undefined) throw new Error(`This is no event: ${bare}`)
  return { event, line: `${line}\n` }
}

/** Reads a whole journal. A last line without its newline, or spoilt, counts as never written. */
export function readJournalText(bytes: Buffer): JournalLines {
  return readJournalLines(bytes, checksum)
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
