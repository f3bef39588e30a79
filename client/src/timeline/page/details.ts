import * as l10n from '@vscode/l10n'
import { shortDuration } from '../durations'
import { barLook, laneName, lookWord, waitWords } from '../sentences'
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
  const log = button(l10n.t('Open Log'), 'Enter', ({ index }) => ({
    kind: 'openLog',
    index,
    attempt: at?.bar?.attempt ?? 0,
  }))
  const changes = button(l10n.t('Show Changes'), 'D', ({ index }) => ({ kind: 'showChanges', index }))
  const task = button(l10n.t('Go to Task'), 'T', ({ index }) => ({ kind: 'goToTask', index }))
  const words = element('div', 'words', {}, element('div', 'what', {}, sign, ' ', title, facts), reason)
  const buttons = element('div', 'buttons', {}, log, changes, task)
  const node = element('section', 'details', { 'aria-label': l10n.t('Chosen attempt') }, words, buttons)
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
      setText(facts, ` · ${bar === undefined ? waitWords(lane, scene.frame.life) : factsOf(scene, lane, bar)}`)
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
    `${l10n.t('attempt {0}', bar.attempt)} ${lookWord(barLook(bar, frame.life))}`,
    l10n.t('{0}, from {1} on', shortDuration(to - bar.from), shortDuration(bar.from)),
    ...(wait >= 500 ? [l10n.t('waited {0}', shortDuration(wait))] : []),
    ...(bar.verifyFrom === null ? [] : [`Verify ${shortDuration(to - bar.verifyFrom)}`]),
    ...(lane.commit === null || !isNewest(lane, bar) ? [] : [l10n.t('commit {0}', lane.commit.sha.slice(0, 7))]),
  ].join(' · ')
}

/** The commit of a task is that of its newest attempt. */
function isNewest(lane: Lane, bar: Bar | undefined): boolean {
  return lane.bars.at(-1) === bar
}
