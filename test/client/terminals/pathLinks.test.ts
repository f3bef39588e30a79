import { describe, expect, it } from 'vitest'
import { pathsIn } from '../../../client/src/terminals/pathLinks'

/** The paths of a line with their places, as `path:line:column`, and the text that becomes a link. */
const found = (text: string): readonly (readonly [string, string])[] =>
  pathsIn(text).map(({ start, length, path, line, column }) => [
    text.slice(start, start + length),
    `${path}:${line}:${column}`,
  ])

describe('paths in a line of output', () => {
  it.each([
    ['Writing src/header.html', 'src/header.html', 'src/header.html:1:1'],
    ['src/a.ts:12:3 - error TS1005', 'src/a.ts:12:3', 'src/a.ts:12:3'],
    ['  at lib/b.js:7', 'lib/b.js:7', 'lib/b.js:7:1'],
    ['src/a.ts(4,9): error', 'src/a.ts(4,9)', 'src/a.ts:4:9'],
    ['"package.json" was changed.', 'package.json', 'package.json:1:1'],
    ['see `./docs/read-me.md`.', './docs/read-me.md', './docs/read-me.md:1:1'],
    ['src\\win\\a.ts:2', 'src\\win\\a.ts:2', 'src\\win\\a.ts:2:1'],
    ['Makefile in tools/Makefile', 'tools/Makefile', 'tools/Makefile:1:1'],
  ])('%s', (line, text, place) => {
    expect(found(line)).toEqual([[text, place]])
  })

  it('finds several, and none in plain words or in a flood of data', () => {
    expect(found('a.ts and b/c.ts').map(([text]) => text)).toEqual(['a.ts', 'b/c.ts'])
    expect(found('The header comes next, nobody else writes it.')).toEqual([])
    expect(pathsIn(`src/a.ts ${'x'.repeat(3000)}`)).toEqual([])
  })
})
