import * as l10n from '@vscode/l10n'
import type { TimelineLife } from '#core/wire/timelinePage'
import { shortDuration, spokenDuration } from './durations'
import type { Bar, Lane, Timeline } from '#core/run/timeline/timeline'
import { timeWon } from '#core/run/timeline/timeWon'

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
  switch (look) {
    case 'success':
      return l10n.t('succeeded')
    case 'timed-out':
      return l10n.t('timed out')
    case 'starting':
      return l10n.t('starting')
    case 'running':
      return l10n.t('running')
    case 'verifying':
      return l10n.t('verifying')
    case 'failed':
      return l10n.t('failed')
    case 'cancelled':
      return l10n.t('cancelled')
    case 'interrupted':
      return l10n.t('interrupted')
  }
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
    l10n.t('Task {0}', laneName(lane)),
    l10n.t('attempt {0}', bar.attempt),
    lookWord(barLook(bar, life)),
    ...(bar.reason === null ? [] : [withoutStop(bar.reason)]),
    spokenDuration(took),
    l10n.t('started after {0}', spokenDuration(bar.from)),
    ...(isNewest && lane.commit !== null ? [l10n.t('committed as {0}', lane.commit.sha.slice(0, 7))] : []),
  ].join(', ')
}

/** A task that has no attempt yet, or never had one. */
export function waitSentence(lane: Lane, life: TimelineLife): string {
  return `${l10n.t('Task {0}', laneName(lane))}, ${waitWords(lane, life)}`
}

/** How a task stands that has no attempt: `queued after 3 seconds`, `not started`. */
export function waitWords(lane: Lane, life: TimelineLife): string {
  const since = lane.waits.at(-1)?.from ?? 0
  const isQueued = life === 'live' && lane.status === 'queued'
  return isQueued ? l10n.t('queued after {0}', spokenDuration(since)) : l10n.t('not started')
}

/** The first line of the page: `3 tasks in 42 s, one by one 1 min 50 s: 1 min 8 s won`. */
export function wonSentence(line: Timeline, life: TimelineLife, now: number): string {
  const { wall, oneByOne, won } = timeWon(line, now)
  const total = line.lanes.length
  const done = line.lanes.filter(({ status }) => status === 'success').length
  const time = shortDuration(wall)
  const isWon = won >= 1000
  if (life === 'live') {
    const after =
      total === 1
        ? l10n.t('{0} of 1 task done after {1}', done, time)
        : l10n.t('{0} of {1} tasks done after {2}', done, total, time)
    return isWon ? l10n.t('{0}: {1} won so far', after, shortDuration(won)) : after
  }
  const tasks = total === 1 ? l10n.t('1 task') : l10n.t('{0} tasks', total)
  const what = done === total ? tasks : l10n.t('{0} of {1}', done, tasks)
  return isWon
    ? l10n.t('{0} in {1}, one by one {2}: {3} won', what, time, shortDuration(oneByOne), shortDuration(won))
    : l10n.t('{0} in {1}, one by one', what, time)
}

/** What the first line means, for its tooltip. */
export function wonExplained(line: Timeline, now: number): string {
  const { attempts, idle } = timeWon(line, now)
  return l10n.t(
    'One by one is what the same attempts take one after the other: {0} of attempts added up, failed ones too, and {1} in which none was under way (merging, ticks, commits, holds). It is an estimate: an executor that has the machine to itself may be faster.',
    shortDuration(attempts),
    shortDuration(idle),
  )
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
