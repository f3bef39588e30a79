import { describe, expect, it } from 'vitest'
import { keyIn, readRawManifest, readTexts } from './manifest'

const english = readTexts('package.nls.json')
const german = readTexts('package.nls.de.json')
const manifest = readRawManifest()

/** Words that are the same in German. */
const sameWords: readonly string[] = []

/** Texts of people that stand in the manifest as they are: the product's name, and what the npm page shows as well. */
const untranslated = new Set(['displayName', 'description'])

/** Fields of the manifest that people read. */
const spoken =
  /^(title|shortTitle|label|name|contextualTitle|contents|description|markdownDescription|altText|displayName|userDescription|patternErrorMessage|accessibilityHelpContent|(markdownE|e)numDescriptions)$/

/** Where `name` or `description` is for programs and models. */
const forPrograms = /^(name|contributes\.(languageModelTools\.\d+\.(name|inputSchema)|problemMatchers\.\d+\.name))/

describe('the texts of the manifest', () => {
  it('are all there in English and in German, and none is left over', () => {
    const used = [...new Set(leaves(manifest).flatMap(({ value }) => keyIn(value) ?? []))].sort()
    expect(Object.keys(english).sort()).toEqual(used)
    expect(Object.keys(german).sort()).toEqual(used)
  })

  it('stand nowhere but in the tables of texts', () => {
    const bare = leaves(manifest).filter(
      ({ path, field, value }) =>
        spoken.test(field) &&
        !forPrograms.test(path) &&
        !untranslated.has(path) &&
        keyIn(value) === undefined &&
        value !== 'Parallel Tasks',
    )
    expect(bare).toEqual([])
  })

  it('are translated, but for words that are the same', () => {
    expect(Object.keys(english).filter((key) => english[key] === german[key])).toEqual(sameWords)
  })

  it.each(Object.keys(english))('%s offers the same commands, codes and settings in both', (key) => {
    expect(marks(german[key] ?? '')).toEqual(marks(english[key] ?? ''))
  })
})

/** What a translation must leave alone: commands, code, braces, and the number of lines. */
function marks(text: string): readonly string[] {
  return [...text.matchAll(/\(command:[^)]+\)|`[^`]+`|\{[^}]*\}|\n/g)].map(([mark]) => mark).sort()
}

interface Leaf {
  readonly path: string
  readonly field: string
  readonly value: unknown
}

/** Every value that is no object or list, with its path and the field it stands in; members of a list are in the list's. */
function leaves(value: unknown, path = '', field = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, field, value }]
  return Object.entries(value).flatMap(([name, child]) =>
    leaves(child, path === '' ? name : `${path}.${name}`, Array.isArray(value) ? field : name),
  )
}
