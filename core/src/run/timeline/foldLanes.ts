import type { JournalEvent, PlannedTask } from '../../generated/journalEvent'
import type { Bar, Lane, Timeline } from './timeline'

/** Puts the tasks of a batch in line: each waits from now on. */
export function startBatch(lanes: readonly Lane[], tasks: readonly PlannedTask[], now: number): readonly Lane[] {
  const planned = tasks.map(({ index, id, title }): Lane => {
    const known = lanes.find((lane) => lane.index === index)
    const waits = [...(known?.waits ?? []), { from: now, to: null }]
    return { index, id, title, status: 'queued', waits, bars: known?.bars ?? [], tickedAt: null, commit: null }
  })
  const others = lanes.filter((lane) => !planned.some(({ index }) => index === lane.index))
  return [...others, ...planned].sort((a, b) => a.index - b.index)
}

/** Begins an attempt. The time since its wait or its attempt before was a wait too. */
export function startAttempt(lane: Lane, attempt: number, log: string, now: number): Lane {
  const { waits, bars } = closeLane(lane, now)
  const since = Math.max(...[...waits, ...bars].map(({ to }) => to ?? now))
  const bar: Bar = { attempt, from: now, to: null, status: 'starting', verifyFrom: null, reason: null, log }
  return {
    ...lane,
    status: 'starting',
    waits: since >= 0 && since < now ? [...waits, { from: since, to: now }] : waits,
    bars: [...bars, bar],
  }
}

/** Takes an attempt to its next step. */
export function goOnWith(lane: Lane, attempt: number, change: Pick<Bar, 'status'> & Partial<Bar>): Lane {
  return { ...lane, status: change.status, bars: changeBar(lane.bars, attempt, (bar) => ({ ...bar, ...change })) }
}

/**
 * Ends an attempt. One that was under way when the runner died has its end already. A success that is taken back
 * (its commit was refused) keeps its time, and loses its tick.
 */
export function endAttempt(lane: Lane, event: Extract<JournalEvent, { kind: 'attemptEnded' }>, now: number): Lane {
  const { verdict, reason } = event
  const bars = changeBar(lane.bars, event.attempt, (bar) => ({ ...bar, to: bar.to ?? now, status: verdict, reason }))
  return { ...lane, status: verdict, bars, tickedAt: verdict === 'success' ? lane.tickedAt : null }
}

/** Ends what lasts: its wait and its attempt. The same lane when nothing does. */
export function closeLane(lane: Lane, now: number): Lane {
  if (![...lane.waits, ...lane.bars].some(({ to }) => to === null)) return lane
  return {
    ...lane,
    waits: lane.waits.map((wait) => (wait.to === null ? { ...wait, to: now } : wait)),
    bars: lane.bars.map((bar) => (bar.to === null ? { ...bar, to: now } : bar)),
  }
}

/** Changes one task's lane and leaves all others as they are; an unknown task changes nothing. */
export function changeLane(line: Timeline, index: number, change: (lane: Lane) => Lane): Timeline {
  const lanes = line.lanes.map((lane) => (lane.index === index ? change(lane) : lane))
  return { ...line, lanes }
}

function changeBar(bars: readonly Bar[], attempt: number, change: (bar: Bar) => Bar): readonly Bar[] {
  return bars.map((bar) => (bar.attempt === attempt ? change(bar) : bar))
}
