import type { JournalEvent } from '#core/generated/journalEvent'
import type { EventBody } from '#core/run/event'
import { foldTimeline } from '#core/run/timeline/foldTimeline'
import type { Timeline } from '#core/run/timeline/timeline'
import { runStarted } from '../../../client/journalFixture'

/** What happened at which second. */
export type At = readonly [second: number, body: EventBody]

const noon = Date.UTC(2026, 10, 22, 12)

/** The events of a run that began at noon, with their numbers and times. */
export function eventsOf(...happened: readonly At[]): readonly JournalEvent[] {
  const all: readonly At[] = [[0, runStarted()], ...happened]
  return all.map(([second, body], seq): JournalEvent => ({
    v: 1,
    seq,
    at: new Date(noon + second * 1000).toISOString(),
    runId: 'r',
    ...body,
  }))
}

/** The timeline of a run that began at noon, after these events. */
export function timelineAfter(...happened: readonly At[]): Timeline {
  let line: Timeline | undefined
  for (const event of eventsOf(...happened)) line = foldTimeline(line, event)
  if (line === undefined) throw new Error('There is no timeline without runStarted.')
  return line
}

/** The run goes on in another process. */
export function runResumed(mode: 'resume' | 'retry'): EventBody {
  const { kind: _, ...start } = runStarted() as Extract<EventBody, { kind: 'runStarted' }>
  return { kind: 'runResumed', mode, options: start.options, pid: 1, pidStart: 'x', host: 'here', socket: null }
}
