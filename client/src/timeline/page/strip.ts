import * as l10n from '@vscode/l10n'
import type { Step } from '#core/run/timeline/concurrency'
import { concurrency, mostAtOnce } from '#core/run/timeline/concurrency'
import type { Limit } from '#core/run/timeline/timeline'
import { element, setAttribute, setText } from './dom'
import type { Scene } from './scene'

/** The strip that shows how many attempts were under way at each time, below the limit that held then. */
export interface Strip {
  readonly node: Element
  readonly update: (scene: Scene, span: number) => void
}

const namespace = 'http://www.w3.org/2000/svg'

/** Makes the strip. It is a picture: what it says in words stands in its name. */
export function createStrip(): Strip {
  const words = element('span', 'text')
  const name = element('div', 'name', {}, words)
  const area = document.createElementNS(namespace, 'path')
  const limit = document.createElementNS(namespace, 'path')
  const picture = document.createElementNS(namespace, 'svg')
  area.setAttribute('class', 'area')
  limit.setAttribute('class', 'limit')
  picture.setAttribute('preserveAspectRatio', 'none')
  picture.setAttribute('aria-hidden', 'true')
  picture.append(area, limit)
  const node = element('div', 'row strip', {}, name, element('div', 'track', {}, picture))
  return {
    node,
    update({ line, frame }, span) {
      const steps = concurrency(line)
      const most = mostAtOnce(steps)
      const height = Math.max(1, most, ...line.limits.map(({ value }) => value))
      const end = line.endedAt ?? frame.now
      setText(words, l10n.t('At once, up to {0}', most))
      setAttribute(name, 'title', l10n.t('How many attempts were under way at each time: {0} at most', most))
      setAttribute(picture, 'viewBox', `0 0 ${Math.round(span)} ${height}`)
      setAttribute(area, 'd', areaPath(steps, end, height))
      setAttribute(limit, 'd', limitPath(line.limits, span, height))
    },
  }
}

function areaPath(steps: readonly Step[], end: number, height: number): string {
  const tops = steps.map(({ at, count }) => `H${Math.round(at)}V${height - count}`)
  return `M0 ${height}${tops.join('')}H${Math.round(end)}V${height}Z`
}

function limitPath(limits: readonly Limit[], span: number, height: number): string {
  const [first, ...others] = limits
  if (first === undefined) return ''
  const tops = others.map(({ at, value }) => `H${Math.round(at)}V${height - value}`)
  return `M0 ${height - first.value}${tops.join('')}H${Math.round(span)}`
}
