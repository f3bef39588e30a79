import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonPlaces } from '#core/text/jsonPlaces'

const told = (json: string): readonly string[] =>
  Array.from(jsonPlaces(json), ({ kind, path, start, end }) => `${kind} ${path.join('.')} ${json.slice(start, end)}`)

it.each([
  ['{"a": 1}', ['key a "a"', 'value a 1']],
  [
    '{"a": [1, {"b": "x, y"}], "c\\"": null}',
    ['key a "a"', 'value a.0 1', 'key a.1.b "b"', 'value a.1.b "x, y"', 'key c" "c\\""', 'value c" null'],
  ],
  ['[[], [true]]', ['value 1.0 true']],
  ['{"a": ', ['key a "a"']],
  ['}} 3', []],
  ['', []],
])('finds the keys and scalars of %s', (json, places) => {
  expect(told(json)).toEqual(places)
})

it('finds every scalar of any JSON at its path', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const json = JSON.stringify(value)
      for (const { kind, path, start, end } of jsonPlaces(json)) {
        const found = path.reduce<unknown>((at, step) => Object(at)[step], value)
        if (kind === 'value') expect(JSON.stringify(found)).toBe(json.slice(start, end))
        else expect(JSON.stringify(path.at(-1))).toBe(json.slice(start, end))
      }
    }),
  )
})
