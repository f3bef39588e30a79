import * as l10n from '@vscode/l10n'
import { wonExplained, wonSentence } from '../sentences'
import { shortDuration } from '../durations'
import { timeWon } from '#core/run/timeline/timeWon'
import { element, setAttribute, setText, setVariable } from './dom'
import type { Scene } from './scene'

/** The head of the page: what the run won, against one by one. */
export interface Header {
  readonly node: Element
  readonly update: (scene: Scene) => void
}

/** Makes the head; `tools` stand at its right. */
export function createHeader(tools: Element): Header {
  const title = element('h1', '')
  const about = element('p', 'about')
  const explained = element('p', 'unseen', { id: 'won-explained' })
  const run = comparison(l10n.t('This run'))
  const oneByOne = comparison(l10n.t('One by one'))
  const bars = element('div', 'comparison', {}, run.node, oneByOne.node)
  const words = element('div', 'words', {}, title, about, explained)
  title.setAttribute('aria-describedby', 'won-explained')
  const node = element('header', '', {}, words, bars, tools)
  return {
    node,
    update({ line, frame }) {
      const won = timeWon(line, frame.now)
      const explanation = wonExplained(line, frame.now)
      setText(title, wonSentence(line, frame.life, frame.now))
      setText(explained, explanation)
      setAttribute(bars, 'title', explanation)
      setText(about, aboutRun({ line, frame }))
      setAttribute(bars, 'hidden', won.won < 1000 ? '' : null)
      run.update(won.wall, won.oneByOne)
      oneByOne.update(won.oneByOne, won.oneByOne)
    },
  }
}

function aboutRun({ line, frame }: Scene): string {
  const started = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })
  const how =
    frame.life === 'live'
      ? l10n.t('running')
      : frame.life === 'interrupted'
        ? l10n.t('interrupted')
        : line.outcome === 'success'
          ? l10n.t('succeeded')
          : line.outcome === 'cancelled'
            ? l10n.t('stopped')
            : l10n.t('failed')
  return `${frame.specName} · ${started.format(new Date(line.startedAt))} · ${line.executor} · ${how}`
}

/** A time as a bar as long as its share of the longer one. */
function comparison(label: string): {
  readonly node: Element
  readonly update: (time: number, longest: number) => void
} {
  const length = element('span', 'length')
  const text = element('span', 'time')
  const name = element('span', 'label', {}, label)
  const node = element('div', 'compared', {}, name, element('span', 'place', {}, length), text)
  return {
    node,
    update(time, longest) {
      setVariable(length, '--share', longest === 0 ? 0 : Math.round((time / longest) * 1000) / 1000)
      setText(text, shortDuration(time))
    },
  }
}
