/** A JSON object whose fields nobody has checked yet. */
export type Fields = Readonly<Record<string, unknown>>

/** One line as a JSON object, or undefined when it is none. */
export function parseFields(line: string): Fields | undefined {
  if (!line.trimStart().startsWith('{')) return undefined
  try {
    return asFields(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** The value as an object, or undefined when it is none. */
export function asFields(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field that is an object; an empty one when it is not. */
export function child(fields: Fields, name: string): Fields {
  return asFields(fields[name]) ?? {}
}

/** The objects of a field that is a list; [] when it is none. */
export function children(fields: Fields, name: string): readonly Fields[] {
  const list: unknown = fields[name]
  if (!Array.isArray(list)) return []
  return list.map(asFields).filter((item) => item !== undefined)
}

/** The first of these fields that is a text, or undefined. */
export function text(fields: Fields, ...names: readonly string[]): string | undefined {
  return names.map((name) => fields[name]).find((value) => typeof value === 'string')
}

/** What kind of event an object is: its `type`, '' when it has none. */
export function typeOf(fields: Fields): string {
  return text(fields, 'type') ?? ''
}

/** A field that is a number, or undefined. */
export function number(fields: Fields, name: string): number | undefined {
  const value = fields[name]
  return typeof value === 'number' ? value : undefined
}
