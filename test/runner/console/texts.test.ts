import { describe, expect, it } from 'vitest'
import { closest } from '../../../runner/src/commands/closest'
import { paintFor } from '../../../runner/src/console/paint'
import { safeLine, shorten } from '../../../runner/src/console/safeText'
import { shellWord, shownPath } from '../../../runner/src/console/shownPath'

describe('safeLine', () => {
  it.each([
    ['colours', '\u001B[1;31mred\u001B[0m', 'red'],
    ['cursor movements', 'a\u001B[2J\u001B[10;5Hb', 'ab'],
    ['titles of the window', '\u001B]0;evil\u0007text', 'text'],
    ['links', '\u001B]8;;http://x\u001B\\text\u001B]8;;\u001B\\', 'text'],
    ['line ends and tabs', 'a\r\nb\tc', 'a b c'],
    ['lone controls', 'a\u0008\u009Bb', 'a b'],
    ['directions', 'a\u202Eb', 'ab'],
    ['nothing else', 'Größe 日本 🎉 [P] `x`', 'Größe 日本 🎉 [P] `x`'],
  ])('takes away %s', (_, text, safe) => {
    expect(safeLine(text)).toBe(safe)
  })
})

describe('shorten', () => {
  it('counts characters, not code units, and marks what is cut off', () => {
    expect(shorten('🎉🎉🎉', 3)).toBe('🎉🎉🎉')
    expect(shorten('🎉🎉🎉', 2)).toBe('🎉…')
    expect(shorten('abc', 0)).toBe('')
  })
})

describe('paintFor', () => {
  it.each([
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
    ['NO_COLOR before FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
    ['a pipe in CI', false, { CI: 'true' }, false],
    ['an empty NO_COLOR', true, { NO_COLOR: '' }, true],
  ])('%s', (_, isTerminal, env, enabled) => {
    expect(paintFor(isTerminal, env).enabled).toBe(enabled)
    expect(paintFor(isTerminal, env).bad('x') !== 'x').toBe(enabled)
  })
})

describe('closest', () => {
  const known = ['auto', 'shell', 'verify', 'claude', 'codex']
  it.each([
    ['shel', 'shell'],
    ['Claude', 'claude'],
    ['cluade', 'claude'],
    ['codx', 'codex'],
    ['emacs', undefined],
    ['', undefined],
  ])('%s is near %s', (word, found) => {
    expect(closest(word, known)).toBe(found)
  })
})

describe('paths', () => {
  it('are shown as a person in the folder would type them', () => {
    expect(shownPath('/a/b/c.md', '/a/b')).toBe('c.md')
    expect(shownPath('/a/x/c.md', '/a/b')).toBe('/a/x/c.md')
    expect(shownPath('/a/b', '/a/b')).toBe('.')
  })

  it('are one word of a command line', () => {
    expect(shellWord('specs/a-b_1.md')).toBe('specs/a-b_1.md')
    expect(shellWord("my spec's")).toBe(`'my spec'\\''s'`)
  })
})
