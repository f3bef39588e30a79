import * as l10n from '@vscode/l10n'
import { element } from './dom'

/** What the signs of the chart mean; for eyes only, since each bar says it all in words. */
export function createLegend(): Element {
  const entries = [
    item(element('span', 'sample wait'), l10n.t('waits for its turn')),
    item(element('span', 'sample verify'), l10n.t('Verify runs')),
    item(element('span', 'sample', {}, '☑'), l10n.t('ticked')),
    item(element('span', 'sample', {}, '◆'), l10n.t('committed')),
    item(element('span', 'sample limit'), l10n.t('limit of tasks at once')),
  ]
  return element('ul', 'legend', { 'aria-hidden': 'true' }, ...entries)
}

function item(sample: Element, meaning: string): Element {
  return element('li', '', {}, sample, meaning)
}
