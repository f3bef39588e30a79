import { describe, expect, it } from 'vitest'
import { definitionsAt } from '#core/features/definitions'
import { links } from '#core/features/links'
import { referencesAt } from '#core/features/references'
import { selectionRanges } from '#core/features/selectionRanges'
import { designHeadings } from '#core/references/design'
import { readRequirements } from '#core/references/requirements'
import { indexLines, textIn } from '#core/text/lines'
import type { Position, Range } from '#core/text/position'
import { sourceOf } from './sourceOf'

const text = [
  '# Tasks',
  '',
  '- [ ] T001 [P] Make `src/a.ts`',
  '- [ ] T002 [P] Make `src/b.ts` (depends on T001)',
  '- [ ] T003 Join `src/a.ts` (depends on T001-T002)',
  '  - **Files**: `src/a.ts`, `src/*.css`, `lib/`',
  '  - _Requirements: FR-001, FR-009_',
  '  - _Design: Parser, Lexer_',
  '',
].join('\n')
const { document, plan } = sourceOf(text)
const beside = {
  requirements: readRequirements('# R\n\n- **FR-001**: It works.\n'),
  design: designHeadings('# D\n\n## 1. Parser\n'),
}
const nothing = { requirements: undefined, design: [] }

/** The position of a word's n-th occurrence, one character in. */
function at(word: string, occurrence = 1): Position {
  let offset = -1
  for (let count = 0; count < occurrence; count++) offset = text.indexOf(word, offset + 1)
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 1 }
}
const show = (range: Range): string => `${range.start.line}:${textIn(indexLines(text), range)}`

describe('definitions', () => {
  it('leads from a dependency to its task, from a spread one to all of its tasks', () => {
    const found = (place: Position): unknown =>
      definitionsAt(document, nothing, place).map((place) => (place.kind === 'here' ? show(place.range) : place))
    expect(found(at('T001', 2))).toEqual(['2:T001'])
    expect(found(at('T001-T002'))).toEqual(['2:T001', '3:T002'])
  })

  it('leads from a requirement to requirements.md, and nowhere when it is not there', () => {
    expect(definitionsAt(document, beside, at('FR-001'))).toEqual([
      {
        kind: 'beside',
        name: 'requirements.md',
        range: { start: { line: 2, character: 4 }, end: { line: 2, character: 10 } },
      },
    ])
    expect(definitionsAt(document, beside, at('FR-009'))).toEqual([])
    expect(definitionsAt(document, nothing, at('FR-001'))).toEqual([])
  })

  it('leads from a part of the design to its heading in design.md', () => {
    expect(definitionsAt(document, beside, at('Parser'))).toEqual([
      {
        kind: 'beside',
        name: 'design.md',
        range: { start: { line: 2, character: 3 }, end: { line: 2, character: 12 } },
      },
    ])
    expect(definitionsAt(document, beside, at('Lexer'))).toEqual([])
    expect(definitionsAt(document, nothing, at('Parser'))).toEqual([])
  })

  it('leads from a path to its file, and from mere words nowhere', () => {
    expect(definitionsAt(document, nothing, at('src/a.ts', 3))).toEqual([{ kind: 'file', path: 'src/a.ts' }])
    expect(definitionsAt(document, nothing, at('Join'))).toEqual([])
    expect(definitionsAt(document, nothing, { line: 99, character: 0 })).toEqual([])
  })
})

describe('references', () => {
  it('finds what depends on a task, with or without the task itself', () => {
    expect(referencesAt(document, at('T001'), true).map(show)).toEqual(['2:T001', '3:T001', '4:T001-T002'])
    expect(referencesAt(document, at('T002'), false).map(show)).toEqual(['4:T001-T002'])
  })

  it('finds every place that names a file', () => {
    expect(referencesAt(document, at('src/a.ts'), true).map(show)).toContain('5:src/a.ts')
  })
})

it('links files, requirements and parts of the design, but no patterns, folders and unknown names', () => {
  const found = links(document, beside).filter(({ range }) => range.start.line > 4)
  expect(found.map(({ range, target }) => [show(range), target])).toEqual([
    ['5:src/a.ts', { kind: 'file', path: 'src/a.ts' }],
    ['6:FR-001', { kind: 'beside', name: 'requirements.md', line: 2 }],
    ['7:Parser', { kind: 'beside', name: 'design.md', line: 2 }],
  ])
})

it('grows a selection from a path over its field, task and section to the whole document', () => {
  const ranges = selectionRanges(document, plan, at('src/a.ts', 3))
  expect(ranges.map((range) => textIn(indexLines(text), range).split('\n')[0])).toEqual([
    'src/a.ts',
    '`src/a.ts`, `src/*.css`, `lib/`',
    'Files**: `src/a.ts`, `src/*.css`, `lib/`',
    '- [ ] T003 Join `src/a.ts` (depends on T001-T002)',
    '# Tasks',
  ])
})

it('grows a selection in a group over the group', () => {
  const ranges = selectionRanges(document, plan, at('Make'))
  expect(ranges.map(({ start, end }) => `${start.line}-${end.line}`)).toEqual(['2-2', '2-2', '2-3', '0-8'])
})
