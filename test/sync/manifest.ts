import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The texts of a language by key, as the editor takes them: `readTexts('package.nls.de.json')`. */
export function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}

/** The manifest as it stands in package.json, with `%key%` where people read a text. */
export function readRawManifest(): unknown {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
}

/** The manifest as VS Code shows it in English: each `%key%` is its text. Throws when a key has none. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows the shape
export function readManifest<T>(): T {
  const texts = readTexts('package.nls.json')
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'), (_, value: unknown) => {
    const key = keyIn(value)
    if (key === undefined) return value
    const text = texts[key]
    if (text === undefined) throw new Error(`package.nls.json has no text for ${key}.`)
    return text
  })
}

/** The key that a value of the manifest stands for; `undefined` when it is no `%key%`. */
export function keyIn(value: unknown): string | undefined {
  return typeof value === 'string' ? /^%([\w.-]+)%$/.exec(value)?.[1] : undefined
}
