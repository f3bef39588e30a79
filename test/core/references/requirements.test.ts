import { expect, it } from 'vitest'
import { readRequirements } from '#core/references/requirements'

const idsOf = (text: string): readonly string[] => readRequirements(text).all.map(({ id }) => id)

it('finds ids at the start of headings, list items, checkboxes and table rows', () => {
  const text =
    '### US-1: A story\n- **FR-001**: One\n- [ ] AC-1.1: Two\n| NFR-2 | Fast |\n* `FR-002` Three\nUS2. Four\n'
  expect(idsOf(text)).toEqual(['US-1', 'FR-001', 'AC-1.1', 'NFR-2', 'FR-002', 'US2'])
})

it('gives each requirement its sentence and the place of its id', () => {
  expect(readRequirements('# R\n\n- **FR-001**: It *works*.\n').byId.get('FR-001')).toEqual({
    id: 'FR-001',
    text: 'It *works*.',
    range: { start: { line: 2, character: 4 }, end: { line: 2, character: 10 } },
  })
})

it('numbers the criteria below a numbered requirement as tasks call them', () => {
  const text =
    '### Requirement 1\n\n**User Story:** As a…\n\n#### Acceptance Criteria\n\n1. WHEN a THEN b\n2. WHEN c\n\n### Requirement 2: Named\n\n1. WHEN d\n'
  expect(idsOf(text)).toEqual(['1', '1.1', '1.2', '2', '2.1'])
})

it('reads nothing inside a fence', () => {
  expect(idsOf('```\nFR-001: no\n```\nFR-002: yes\n')).toEqual(['FR-002'])
})

it.each([
  ['FR-001', true],
  ['FR-002', true],
  ['FR-003', false],
  ['1.1', true],
])('of a text that defines FR-001 and mentions FR-002 says that it may have %s: %s', (id, expected) => {
  expect(readRequirements('- FR-001: like FR-002\n').defines(id)).toBe(expected)
})

it('judges lettered ids only where a text has any', () => {
  const { defines } = readRequirements('### Requirement 1\n\n1. WHEN a\n')
  expect(['FR-001', '1.1', '1.2', '2'].map(defines)).toEqual([true, true, false, false])
})
