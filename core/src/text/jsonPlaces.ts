import type { Stretch } from './jsonMember'

/** A key, or a scalar value, of a JSON text. */
export interface JsonPlace extends Stretch {
  readonly kind: 'key' | 'value'
  /** Keys and places in lists, from the outside in. */
  readonly path: readonly (string | number)[]
}

interface Level {
  /** The current key of an object, undefined between two members; the current place in a list. */
  at: string | number | undefined
  readonly isList: boolean
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],]|[^\s"{}[\]:,]+/g

/** Every key and scalar of a JSON text, in its order. Text that is no JSON gives what can be made out of it. */
export function* jsonPlaces(json: string): Iterable<JsonPlace> {
  const levels: Level[] = []
  for (const match of json.matchAll(token)) {
    const [text] = match
    const level = levels.at(-1)
    const stretch = { start: match.index, end: match.index + text.length }
    if (text === '{') levels.push({ at: undefined, isList: false })
    else if (text === '[') levels.push({ at: 0, isList: true })
    else if (text === '}' || text === ']') levels.pop()
    else if (level === undefined) continue
    else if (text === ',') level.at = typeof level.at === 'number' ? level.at + 1 : undefined
    else {
      const kind = level.at === undefined ? 'key' : 'value'
      level.at ??= keyOf(text)
      yield { ...stretch, kind, path: levels.flatMap(({ at }) => at ?? []) }
    }
  }
}

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
