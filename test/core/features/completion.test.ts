import { describe, expect, it } from 'vitest'
import { completionsAt, type Completions } from '#core/features/completion'
import { designHeadings } from '#core/references/design'
import { readRequirements } from '#core/references/requirements'
import { sourceOf } from './sourceOf'

const requirements = readRequirements('- **FR-001**: It works.\n- **FR-002**: It lasts.\n')
const design = designHeadings('## Components\n## Error Handling\n')

/** Completions at the `|` of a text. */
function complete(marked: string): Completions {
  const offset = marked.indexOf('|')
  const before = marked.slice(0, offset).split('\n')
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
  return completionsAt({ document: sourceOf(marked.replace('|', '')).document, requirements, design }, position)
}
const labels = (marked: string): readonly string[] => {
  const found = complete(marked)
  return found.kind === 'items' ? found.items.map(({ label }) => label) : [`paths ${found.prefix}`]
}

const fields = '  - **Do**: x\n  - **Done when**: x\n  - **Verify**: `x`\n'
const spec = `- [ ] 1.1 a\n${fields}- [ ] 1.2 b\n${fields}`

it.each(['- [ ] 1.1 |', '- [ ] 1.1 [|', '- [ ] 1.1 [P|', '- [ ] T001 [US1] [|', '  - [x] 1.1 [|', '- [ ] [|'])(
  'offers markers at %j',
  (marked) => {
    expect(labels(marked)).toEqual(['[P]', '[VERIFY]', '[SEQUENTIAL]'])
  },
)

it.each([
  ['- [ ] 1.1 [P|', 10, 12],
  ['- [ ] 1.1 [|]', 10, 12],
  ['- [ ] 1.1 [V|ER] a', 10, 15],
  ['- [ ] 1.1 [|] a', 10, 12],
  ['- [ ] 1.1 [| a]', 10, 11],
  ['- [ ] 1.1 P|] a', 10, 11],
  ['- [ ] 1.1 (|) a', 10, 12],
])('takes the place of the marker that is being written at %j', (marked, from, to) => {
  const found = complete(marked)
  expect(found.kind === 'items' ? found.items[0]?.range : undefined).toEqual({
    start: { line: 0, character: from },
    end: { line: 0, character: to },
  })
})

it.each([
  ['- [ ] 1.1 [P] [|', ['[VERIFY]', '[SEQUENTIAL]']],
  ['- [ ] 1.1 | [VERIFY] a', ['[P]', '[SEQUENTIAL]']],
  ['- [ ] 1.1 a (P)\n- [ ] 1.2 |', ['(P)', '[VERIFY]', '[SEQUENTIAL]']],
  ['- [ ] 1.1 a (P)\n- [ ] 1.2 (|) b', ['(P)', '[VERIFY]', '[SEQUENTIAL]']],
  ['- [ ] 1.1 a (P)\n- [ ] 1.2 [|', ['[P]', '[VERIFY]', '[SEQUENTIAL]']],
  ['- [ ] 1.1 (P) a\n- [ ] 1.2 (P) |', ['[VERIFY]', '[SEQUENTIAL]']],
])('offers at %j what is not there, as the document writes it', (marked, expected) => {
  expect(labels(marked)).toEqual(expected)
})

it.each(['- [ ] 1.1 Make a |', 'Some [|', '# Title |', '|', '- [ ]|'])('offers nothing at %j', (marked) => {
  expect(labels(marked)).toEqual([])
})

describe('below a task', () => {
  it('offers the fields it does not have yet', () => {
    expect(labels(`${spec}  - **|\n`)).toEqual(['**Files**', '**Commit**', '**Run**'])
    expect(labels(`${spec}  |\n`)).toEqual(['**Files**', '**Commit**', '**Run**'])
  })

  it('offers the ids of requirements, with their words', () => {
    expect(labels(`${spec}  - **Validates: Requirements |**\n`)).toEqual(['FR-001', 'FR-002'])
    const found = complete(`${spec}  - _Requirements: FR-001, F|_\n`)
    expect(
      found.kind === 'items'
        ? found.items.map(({ label, detail, range }) => [label, detail, range.start.character])
        : [],
    ).toEqual([
      ['FR-001', 'It works.', 27],
      ['FR-002', 'It lasts.', 27],
    ])
  })

  it('offers the headings of design.md', () => {
    expect(labels(`${spec}  - _Design: |\n`)).toEqual(['Components', 'Error Handling'])
  })

  it('asks for the paths that begin with what was typed', () => {
    expect(labels(`${spec}  - **Files**: \`src/a.ts\`, \`src/b|\n`)).toEqual(['paths src/b'])
    expect(labels(`${spec}  - **Files**: |\n`)).toEqual(['paths '])
  })

  it('offers the ids of other tasks after "depends on"', () => {
    expect(labels(`${spec}- [ ] 1.3 c (depends on |`)).toEqual(['1.1', '1.2'])
    expect(labels(`${spec}- [ ] 1.3 c (depends on 1.1, 1|`)).toEqual(['1.1', '1.2'])
  })
})
