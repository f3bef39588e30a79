import { describe, expect, test } from 'vitest'
import { readHeader } from '#core/document/header'

/** What stands behind a box: id, tokens (`*` marks one that does not stand right behind the id), and the title. */
function parts(text: string): readonly [string | null, string, string] {
  const header = readHeader(text)
  const tokens = header.tokens.map((token) => token.text + (token.place === 'after-id' ? '' : '*'))
  return [header.id, tokens.join(' '), text.slice(header.titleStart)]
}

describe('ids', () => {
  test.each([
    '1.2',
    '1.2.3',
    '1.24a',
    'T012',
    'T024a',
    "T028'",
    'T024-A',
    'T067-FIX',
    'T054b-1',
    'T999.9',
    'T01',
    'T-3',
    'TASK-002a',
    '6.B.1',
    'D.1.2',
    'D.3.2.a',
    'V4',
    'VE1',
    'V2a',
    'VF',
    'PR1',
    'G-1.2',
    'P2.1.3',
    '2A.1',
  ])('%s is an id', (id) => {
    expect(parts(`${id} Do it`)).toEqual([id, '', 'Do it'])
  })

  test.each([
    '90%+ coverage',
    '200+ rows',
    '8/8 done',
    '24-hour expiry',
    'S3 read access',
    'E2E tests pass',
    'README.md is there',
    'Node.js 20 installed',
    'UTF-8 everywhere',
    'FR-018 holds',
    'AC-1: it works',
    'IVS fields',
    '18 tests pass',
    'v1.2 released',
  ])('%s begins with no id', (text) => {
    expect(parts(text)).toEqual([null, '', text])
  })

  test.each([
    ['1. Title', '1'],
    ['2) Title', '2'],
    ['1.1. Title', '1.1'],
    ['**T001** Title', 'T001'],
    ['**T001**: Title', 'T001'],
    ['~~T092~~ Title', 'T092'],
    ['`T003` Title', 'T003'],
    ['T036: Title', 'T036'],
    ['**Task 1.1** — Title', '1.1'],
    ['8-15. Title', '8-15'],
  ])('%s has its id without decoration', (text, id) => {
    expect(parts(text)).toEqual([id, '', 'Title'])
  })

  test('an unknown word counts as an id when a marker follows it', () => {
    expect(parts('M1 [VERIFY] Gate')).toEqual(['M1', 'VERIFY', 'Gate'])
    expect(parts('M1 gate')).toEqual([null, '', 'M1 gate'])
  })
})

describe('tokens', () => {
  test.each([
    ['T012 [P] [US1] Title', 'T012', 'P US1'],
    ['T012 [US1] [P] Title', 'T012', 'US1 P'],
    ['T012 [P][US1] Title', 'T012', 'P US1'],
    ['**T003a [P]** Title', 'T003a', 'P'],
    ['**T027 (GATE)** Title', 'T027', 'GATE'],
    ['1.1 (P) Title', '1.1', 'P'],
    ['[P] T006 [VERIFY:TEST] Title', 'T006', 'P* VERIFY:TEST'],
    ['1.2 [ P ] Title', '1.2', ' P '],
    ['1.2 [[P]] Title', '1.2', '[P]'],
    ['1.2 [EXECUTOR: MAIN] Title', '1.2', 'EXECUTOR: MAIN'],
    ['[P] Title', null, 'P'],
    ['**T015 (partial) [P]** Title', 'T015', 'partial P'],
    ['T015 [US1] (in two steps) [VERIFY] Title', 'T015', 'US1 in two steps VERIFY'],
    ['4.1 V1 [VERIFY] Title', '4.1', 'V1 VERIFY'],
    ['5.7 VE4 [VERIFY:E2E] Title', '5.7', 'VE4 VERIFY:E2E'],
    ['**4.2** T003 [P] [US1] Title', '4.2', 'T003 P US1'],
  ])('%s', (text, id, tokens) => {
    expect(parts(text)).toEqual([id, tokens, 'Title'])
  })

  test('a link is no token, and neither are words in round brackets', () => {
    expect(parts('1.1 [guide](docs/guide.md) first')).toEqual(['1.1', '', '[guide](docs/guide.md) first'])
    expect(parts('1.1 (optional) tidy up')).toEqual(['1.1', '', '(optional) tidy up'])
  })

  test('a second name counts only where a marker follows it at once', () => {
    expect(parts('4.1 V1 gate')).toEqual(['4.1', '', 'V1 gate'])
    expect(parts('4.1 V1 and [VERIFY] gate')).toEqual(['4.1', '', 'V1 and [VERIFY] gate'])
    expect(parts('4.1 Teach [P] marking')).toEqual(['4.1', '', 'Teach [P] marking'])
  })

  test('bold and code that open the title stay with it', () => {
    expect(parts('T003 **Bold** title')).toEqual(['T003', '', '**Bold** title'])
    expect(parts('T003 `src/a.ts` title')).toEqual(['T003', '', '`src/a.ts` title'])
  })

  test('a doubled box is stepped over and told', () => {
    expect(readHeader('[ ] T008 Title')).toMatchObject({ id: 'T008', secondBoxEnd: 3 })
    expect(readHeader('- [x] 2.12.4 Title')).toMatchObject({ id: '2.12.4', secondBoxEnd: 5 })
    expect(readHeader('T016 [ ] Title')).toMatchObject({ id: 'T016', secondBoxEnd: 8 })
    expect(readHeader('T008 Title').secondBoxEnd).toBeNull()
    expect(parts('T016 [x] [P] Title')).toEqual(['T016', 'P', 'Title'])
    expect(parts('T016 [ ]')).toEqual(['T016', '', ''])
  })

  test('a star behind the id belongs neither to the id nor to the title', () => {
    for (const text of ['7.9* (P) Title', '7.9\\* (P) Title', '7.9*(P) Title', '7.9.* (P) Title']) {
      expect(parts(text)).toEqual(['7.9', 'P', 'Title'])
      expect(readHeader(text).starred).toBe(true)
    }
    expect(parts('*7.9* Title')).toEqual(['7.9', '', 'Title'])
    expect(readHeader('*7.9* Title').starred).toBe(false)
    expect(parts('7.9 *Title* first')).toEqual(['7.9', '', '*Title* first'])
  })
})
