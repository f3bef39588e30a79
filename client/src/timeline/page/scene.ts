import type { Bar, Lane, Timeline } from '#core/run/timeline/timeline'
import type { TimelineFrame, ToTimelinePage } from '#core/wire/timelinePage'

/** What the page shows at a moment. */
export interface Scene {
  readonly frame: TimelineFrame
  readonly line: Timeline
}

/** An attempt, or the wait of a task that has none (attempt 0). */
export interface Place {
  readonly index: number
  readonly attempt: number
}

/** Takes a message into the scene. Lanes that did not change stay the same objects. */
export function takeMessage(before: Scene | undefined, message: ToTimelinePage): Scene | undefined {
  if (message.kind === 'whole') return { frame: message.frame, line: message.line }
  if (message.kind === 'unreadable' || before === undefined) return before
  const changed = new Map(message.lanes.map((lane) => [lane.index, lane]))
  const lanes = before.line.lanes.map((lane) => changed.get(lane.index) ?? lane)
  const known = new Set(lanes.map(({ index }) => index))
  const added = message.lanes.filter(({ index }) => !known.has(index))
  const all = added.length === 0 ? lanes : [...lanes, ...added].sort((a, b) => a.index - b.index)
  return { frame: message.frame, line: { ...message.line, lanes: all } }
}

/** What stands at a place; undefined when it is gone. */
export function atPlace(
  line: Timeline,
  place: Place | null,
): { readonly lane: Lane; readonly bar: Bar | undefined } | undefined {
  const lane = line.lanes.find(({ index }) => index === place?.index)
  if (lane === undefined) return undefined
  const bar = lane.bars.find(({ attempt }) => attempt === place?.attempt) ?? lane.bars.at(-1)
  return { lane, bar }
}

/** Sentences about attempts that ended between two scenes, for a screen reader. */
export function endedBetween(before: Scene | undefined, after: Scene): readonly { lane: Lane; bar: Bar }[] {
  if (before === undefined) return []
  const lanes = new Map(before.line.lanes.map((lane) => [lane.index, lane]))
  return after.line.lanes.flatMap((lane) => {
    const old = lanes.get(lane.index)
    if (old === undefined || old === lane) return []
    return lane.bars.flatMap((bar, number) => (bar.to !== null && old.bars[number]?.to === null ? [{ lane, bar }] : []))
  })
}
