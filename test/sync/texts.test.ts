import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTexts } from './manifest'

type Entry = string | { readonly message: string; readonly comment: readonly string[] }

const root = join(import.meta.dirname, '../..')
const english: Readonly<Record<string, Entry>> = JSON.parse(
  readFileSync(join(root, 'l10n', 'bundle.l10n.json'), 'utf8'),
)
const german = readTexts('l10n/bundle.l10n.de.json')
const keys = Object.keys(english)

/** Words that are the same in German. */
const sameWords = ['Commit', 'Executors', 'Parallel Tasks: Executor', 'Zoom', 'optional', '{0} h', '{0} min', '{0} s']

// What the table of English texts holds, test/sync/schemas.test.ts compares with the code.
describe('the texts of the extension', () => {
  it('are all there in German, and none is left over', () => {
    expect(Object.keys(german)).toEqual(keys)
  })

  it('are translated, but for words that are the same', () => {
    const same = keys.filter((key) => german[key] === key)
    expect(same).toEqual(sameWords)
  })

  it('have the same places for values in both', () => {
    const places = (text: string): readonly string[] => [...text.matchAll(/\{\d+\}|`[^`]+`|\*\*/g)].map(String).sort()
    const odd = keys.filter((key) => places(german[key] ?? '').join() !== places(key).join())
    expect(odd).toEqual([])
  })

  it('of the welcome views hold no Markdown but links, since VS Code shows the rest as it stands', () => {
    const marked = ['package.nls.json', 'package.nls.de.json'].flatMap((file) =>
      Object.entries(readTexts(file)).filter(([key, text]) => key.startsWith('welcome.') && /[`*]/.test(text)),
    )
    expect(marked).toEqual([])
  })

  it('stand nowhere bare in the client, where they are shown', () => {
    const bare = sourcesOf(join(root, 'client', 'src')).flatMap(([name, text]) =>
      name.endsWith('languageModel/callTool.ts')
        ? []
        : [...text.matchAll(shownBare)].map(([found]) => `${name}: ${found}`),
    )
    expect(bare).toEqual([])
  })
})

/** A quoted text of several words, or one with a capital, but for the product's name, right where VS Code takes what it shows. */
const shownBare =
  /(?:(?:show(?:Information|Warning|Error)Message|UserError|TestMessage|ControlClosed)\(|\b(?:title|placeHolder|tooltip|detail|openLabel|accessible|label|description):)\s*['"`](?!Parallel Tasks)(?:[A-Z][a-z]+['"`]|[A-Za-z]+ [^'"`\n]*)/g

function sourcesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
}
