import { element } from './dom'

/** What the signs of the chart mean; for eyes only, since each bar says it all in words. */
export function createLegend(): Element {
  const entries = [
    item(element('span', 'sample wait'), 'waits for its turn'),
    item(element('span', 'sample verify'), 'Verify runs'),
    item(element('span', 'sample', {}, '☑'), 'ticked'),
    item(element('span', 'sample', {}, '◆'), 'committed'),
    item(element('span', 'sample limit'), 'limit of tasks at once'),
  ]
  return element('ul', 'legend', { 'aria-hidden': 'true' }, ...entries)
}

function item(sample: Element, meaning: string): Element {
  return element('li', '', {}, sample, meaning)
}
