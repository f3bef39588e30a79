import { jsonPlaces } from './jsonPlaces'

/** A stretch of a text by its offsets, `end` excluded. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The place of a scalar value (a number, a string, true, false, null) of a JSON text, by the keys and places in lists
 * that lead to it. Undefined when there is no such value, and for an object or a list.
 */
export function valueAt(json: string, path: readonly (string | number)[]): Stretch | undefined {
  for (const place of jsonPlaces(json)) {
    const fits = place.path.length === path.length && place.path.every((step, at) => step === path[at])
    if (fits && place.kind === 'value') return { start: place.start, end: place.end }
  }
  return undefined
}
