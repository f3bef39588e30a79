import type { TimelineLife } from '../../wire/timelinePage'
import { shortDuration, spokenDuration } from './durations'
import type { Bar, Lane, Timeline } from './timeline'
import { timeWon } from './timeWon'

/** How an attempt looks: what was under way when the runner died was interrupted. */
export type BarLook = Bar['status']

/** Works out the look of an attempt. */
export function barLook(bar: Bar, life: TimelineLife): BarLook {
  const isOver = bar.to !== null || life !== 'live'
  const isActive = bar.status === 'starting' || bar.status === 'running' || bar.status === 'verifying'
  return isActive && isOver ? 'interrupted' : bar.status
}

/** A look in words: `succeeded`, `timed out`. */
export function lookWord(look: BarLook): string {
  if (look === 'success') return 'succeeded'
  return look === 'timed-out' ? 'timed out' : look
}

/** A task's name: `1.2 Write parser`; the bare title when it has no id. */
export function laneName(lane: Pick<Lane, 'id' | 'title'>): string {
  return lane.id === null ? lane.title : `${lane.id} ${lane.title}`
}

/** An attempt as a screen reader says it: `Task 1.2 Write parser, attempt 1, succeeded, 12 seconds, started after 0 seconds`. */
export function barSentence(lane: Lane, bar: Bar, life: TimelineLife, now: number): string {
  const took = Math.max(0, (bar.to ?? now) - bar.from)
  const isNewest = lane.bars.at(-1) === bar
  return [
    `Task ${laneName(lane)}`,
    `attempt ${bar.attempt}`,
    lookWord(barLook(bar, life)),
    ...(bar.reason === null ? [] : [withoutStop(bar.reason)]),
    spokenDuration(took),
    `started after ${spokenDuration(bar.from)}`,
    ...(isNewest && lane.commit !== null ? [`committed as ${lane.commit.sha.slice(0, 7)}`] : []),
  ].join(', ')
}

/** A task that has no attempt yet, or never had one. */
export function waitSentence(lane: Lane, life: TimelineLife): string {
  const since = lane.waits.at(-1)?.from ?? 0
  const how = life === 'live' && lane.status === 'queued' ? `queued after ${spokenDuration(since)}` : 'not started'
  return `Task ${laneName(lane)}, ${how}`
}

/** The first line of the page: `3 tasks in 42 s, one by one 1 min 50 s: 1 min 8 s won`. */
export function wonSentence(line: Timeline, life: TimelineLife, now: number): string {
  const { wall, oneByOne, won } = timeWon(line, now)
  const total = line.lanes.length
  const tasks = `${total} ${total === 1 ? 'task' : 'tasks'}`
  const done = line.lanes.filter(({ status }) => status === 'success').length
  const isWon = won >= 1000
  if (life === 'live') {
    const soFar = isWon ? `: ${shortDuration(won)} won so far` : ''
    return `${done} of ${tasks} done after ${shortDuration(wall)}${soFar}`
  }
  const what = done === total ? tasks : `${done} of ${tasks}`
  if (!isWon) return `${what} in ${shortDuration(wall)}, one by one`
  return `${what} in ${shortDuration(wall)}, one by one ${shortDuration(oneByOne)}: ${shortDuration(won)} won`
}

/** What the first line means, for its tooltip. */
export function wonExplained(line: Timeline, now: number): string {
  const { attempts, idle } = timeWon(line, now)
  return (
    `One by one is what the same attempts take one after the other: ${shortDuration(attempts)} of attempts added up, ` +
    `failed ones too, and ${shortDuration(idle)} in which none was under way (merging, ticks, commits, holds). ` +
    'It is an estimate: an executor that has the machine to itself may be faster.'
  )
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
