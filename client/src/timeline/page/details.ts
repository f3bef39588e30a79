import { shortDuration } from '#core/run/timeline/durations'
import { barLook, laneName, lookWord, waitSentence } from '#core/run/timeline/sentences'
import type { Bar, Lane } from '#core/run/timeline/timeline'
import type { FromTimelinePage } from '#core/wire/timelinePage'
import { element, setAttribute, setText } from './dom'
import type { Place, Scene } from './scene'
import { atPlace } from './scene'
import { signOf } from './signs'

/** The line at the foot that tells about the chosen attempt and leads to its log, its changes and its task. */
export interface Details {
  readonly node: Element
  readonly update: (scene: Scene, place: Place | null) => void
}

/** Makes the line; `act` carries out what its buttons say. */
export function createDetails(act: (message: FromTimelinePage) => void): Details {
  const sign = element('span', 'sign', { 'aria-hidden': 'true' })
  const title = element('strong', '')
  const facts = element('span', 'facts')
  const reason = element('div', 'reason')
  let at: { readonly lane: Lane; readonly bar: Bar | undefined } | undefined
  const button = (label: string, key: string, message: (lane: Lane) => FromTimelinePage): HTMLButtonElement => {
    const made = element('button', '', { type: 'button', 'aria-keyshortcuts': key, title: `${label} (${key})` }, label)
    made.addEventListener('click', () => at && act(message(at.lane)))
    return made
  }
  const log = button('Open Log', 'Enter', ({ index }) => ({ kind: 'openLog', index, attempt: at?.bar?.attempt ?? 0 }))
  const changes = button('Show Changes', 'D', ({ index }) => ({ kind: 'showChanges', index }))
  const task = button('Go to Task', 'T', ({ index }) => ({ kind: 'goToTask', index }))
  const words = element('div', 'words', {}, element('div', 'what', {}, sign, ' ', title, facts), reason)
  const buttons = element('div', 'buttons', {}, log, changes, task)
  const node = element('section', 'details', { 'aria-label': 'Chosen attempt' }, words, buttons)
  return {
    node,
    update(scene, place) {
      at = atPlace(scene.line, place)
      setAttribute(node, 'hidden', at === undefined ? '' : null)
      if (at === undefined) return
      const { lane, bar } = at
      const look = bar && barLook(bar, scene.frame.life)
      setAttribute(node, 'class', `details ${look ?? 'queued'}`)
      setText(sign, signOf(look))
      setText(title, laneName(lane))
      setText(
        facts,
        ` · ${bar === undefined ? waitSentence(lane, scene.frame.life).replace(/^.*, /, '') : factsOf(scene, lane, bar)}`,
      )
      setText(reason, bar?.reason ?? '')
      setAttribute(log, 'disabled', bar === undefined ? '' : null)
      setAttribute(changes, 'disabled', lane.commit === null || !isNewest(lane, bar) ? '' : null)
    },
  }
}

function factsOf({ frame }: Scene, lane: Lane, bar: Bar): string {
  const to = bar.to ?? frame.now
  const waited = lane.waits.findLast(({ to: end }) => end !== null && end <= bar.from)
  const wait = waited === undefined ? 0 : (waited.to ?? 0) - waited.from
  return [
    `attempt ${bar.attempt} ${lookWord(barLook(bar, frame.life))}`,
    `${shortDuration(to - bar.from)}, from ${shortDuration(bar.from)} on`,
    ...(wait >= 500 ? [`waited ${shortDuration(wait)}`] : []),
    ...(bar.verifyFrom === null ? [] : [`Verify ${shortDuration(to - bar.verifyFrom)}`]),
    ...(lane.commit === null || !isNewest(lane, bar) ? [] : [`commit ${lane.commit.sha.slice(0, 7)}`]),
  ].join(' · ')
}

/** The commit of a task is that of its newest attempt. */
function isNewest(lane: Lane, bar: Bar | undefined): boolean {
  return lane.bars.at(-1) === bar
}
