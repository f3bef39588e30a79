/** A property of a tool's input. */
export type InputProperty =
  | { readonly type: 'string' | 'boolean'; readonly description: string }
  | { readonly type: 'array'; readonly items: { readonly type: 'string' }; readonly description: string }

/** The part of JSON Schema that the tools' inputs need. */
export interface InputSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, InputProperty>>
  readonly required: readonly string[]
  readonly additionalProperties: false
}

/** What is wrong with an input, in one sentence that a model can act on; null when it fits its schema. */
export function inputProblem(schema: InputSchema, input: unknown): string | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return 'The input must be a JSON object.'
  const known = Object.keys(schema.properties)
  for (const [name, value] of Object.entries(input)) {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined
    if (property === undefined) return `There is no parameter "${name}"; use ${known.join(', ')}.`
    if (!fits(property, value)) return `"${name}" must be ${wanted(property)}.`
  }
  const missing = schema.required.find((name) => !Object.hasOwn(input, name))
  return missing === undefined ? null : `"${missing}" is missing.`
}

function fits(property: InputProperty, value: unknown): boolean {
  if (property.type !== 'array') return typeof value === property.type && value !== ''
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && item !== '')
}

function wanted(property: InputProperty): string {
  if (property.type === 'array') return 'a list of strings, at least one'
  return property.type === 'string' ? 'a string that is not empty' : 'true or false'
}
