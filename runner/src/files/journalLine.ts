import { createHash } from 'node:crypto'
import type { JournalEvent } from '#core/generated/journalEvent'
import type { EventBody } from '#core/run/event'
import type { JournalContent } from './journal'

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
  const event = openEvent(line)
  if (event === undefined) throw new Error(`This is no event: ${bare}`)
  return { event, line: `${line}\n` }
}

/** One line of a journal, or undefined when it is torn, spoilt, or no event. */
export function openEvent(line: string): JournalEvent | undefined {
  const end = /,"sum":"([0-9a-f]{8})"\}$/.exec(line)
  if (end === null) return undefined
  if (checksum(`${line.slice(0, end.index)}}`) !== end[1]) return undefined
  const event: unknown = JSON.parse(line)
  return isEvent(event) ? event : undefined
}

/** The checksum vouches for the rest: only this program writes it. */
function isEvent(value: unknown): value is JournalEvent {
  return typeof value === 'object' && value !== null && 'v' in value && value.v === 1 && 'kind' in value
}

/** Reads a whole journal. A last line without its newline, or spoilt, counts as never written. */
export function readJournalText(bytes: Buffer): JournalContent {
  const events: JournalEvent[] = []
  let goodBytes = 0
  let spoilt = 0
  let damaged = 0
  for (let from = 0, to = bytes.indexOf(10); to !== -1; from = to + 1, to = bytes.indexOf(10, from)) {
    const event = openEvent(bytes.toString('utf8', from, to))
    if (event === undefined) {
      spoilt++
      continue
    }
    events.push(event)
    goodBytes = to + 1
    damaged += spoilt
    spoilt = 0
  }
  return { events, goodBytes, damaged }
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
