/** A stretch of a text by its offsets, `end` excluded. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g

/**
 * The place of a scalar value (a number, a string, true, false, null) of a JSON object's own member, by its key.
 * Undefined when the object has no such member, when its value is an object or a list, or when the text is no object.
 */
export function memberValue(json: string, key: string): Stretch | undefined {
  let depth = 0
  const before: string[] = []
  for (const match of json.matchAll(token)) {
    const [text] = match
    const isValue = depth === 1 && before.at(-1) === ':' && before.at(-2) === JSON.stringify(key)
    if (text === '{' || text === '[') {
      if (isValue) return undefined
      depth++
    } else if (text === '}' || text === ']') depth--
    else if (isValue) return { start: match.index, end: match.index + text.length }
    if (depth === 1) before.push(text)
  }
  return undefined
}
