import { expect, it } from 'vitest'
import { sameTaskLines } from '../../../client/src/commands/taskLines'

const saved = '# Tasks\n\n- [ ] 1.1 Create a\n  - **Do**: Something\n- [ ] 1.2 Create b\n'

it('does not mind unsaved text that is no task', () => {
  expect(sameTaskLines(saved, saved.replace('Something', 'Something else').concat('\nA note.\n'))).toBe(true)
  expect(sameTaskLines(saved, saved.replaceAll('\n', '\r\n'))).toBe(true)
})

it.each([
  ['a task more', saved.replace('- [ ] 1.2', '- [ ] 1.15 New\n- [ ] 1.2')],
  ['a ticked box', saved.replace('[ ] 1.2', '[x] 1.2')],
  ['another title', saved.replace('Create b', 'Create B')],
  ['a heading between tasks', saved.replace('- [ ] 1.2', '## More\n\n- [ ] 1.2')],
  ['a fence around a task', saved.replace('- [ ] 1.2', '```\n- [ ] 1.2')],
])('minds %s', (_, edited) => {
  expect(sameTaskLines(saved, edited)).toBe(false)
})
