import { describe, expect, test } from 'vitest'
import { malformedBox, readBox } from '#core/document/boxes'

describe('boxes', () => {
  test.each([
    ['- [ ] 1.1 a', 'open'],
    ['* [x] 1.1 a', 'done'],
    ['+ [X] 1.1 a', 'done'],
    ['1. [-] a', 'in-progress'],
    ['2) [~] a', 'blocked'],
    ['- [ ]* 2.3 a', 'optional'],
    ['- [ ]\\* 2.3 a', 'optional'],
    ['- [x]* 2.3 a', 'done'],
    ['\t- [ ] a', 'open'],
    ['\uFEFF- [x] a', 'done'],
  ])('%s is %s', (line, state) => {
    const box = readBox(line)
    expect(box?.state).toBe(state)
    expect(line.slice((box?.mark ?? 0) - 1, (box?.mark ?? 0) + 2)).toMatch(/^\[.\]$/)
  })

  test.each([
    '- [P] tasks = different files',
    '- [Story] maps it',
    '- [?] 1.1 a',
    '- [] 1.1',
    '-[ ] 1.1',
    '- [x](link.md)',
    'a - [ ] b',
  ])('%s is no box', (line) => {
    expect(readBox(line)).toBeUndefined()
  })

  test('a box without a space behind it is read, and told', () => {
    expect(readBox('- [x]1.1 a')).toMatchObject({ state: 'done', glued: true, textStart: 5 })
  })

  test.each([
    ['- [] 1.1 a', 5],
    ['-[ ] 1.1 a', 5],
    ['- [✓] 1.1 a', 6],
    ['- [x ] 1.1 a', 7],
    ['- [ x ] 1.1 a', 8],
    ['- [?] 1.1 a', 6],
    ['- [P] tasks', 0],
    ['- [US1] a', 0],
    ['- [ ] 1.1 fine', 0],
  ])('%s means to be a box over %i characters', (line, length) => {
    expect(malformedBox(line)).toBe(length)
  })
})
