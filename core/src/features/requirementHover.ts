import type { Requirements } from '../references/requirements'
import { plain } from './markdown'

/** The hover of a requirement's id: its own words. Undefined when nothing is known of it. */
export function requirementHover(requirements: Requirements | undefined, id: string): string | undefined {
  const found = requirements?.byId.get(id)
  return found === undefined
    ? undefined
    : `**${plain(id)}** ${found.text === '' ? '(without words)' : plain(found.text)}`
}
