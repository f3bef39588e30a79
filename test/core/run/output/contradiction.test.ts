import { expect, test } from 'vitest'
import { findContradiction } from '#core/run/output/contradiction'

test.each([
  'All code is in place, but this requires manual verification in a browser.\nTASK_COMPLETE',
  'The login test cannot be automated.\nTASK_COMPLETE',
  'I could not complete the migration.\nTASK_COMPLETE',
  'The deploy needs human approval.\nTASK_COMPLETE',
  'Manual intervention is required for step 3.\nTASK_COMPLETE',
  "I wasn't able to finish the last step.\nTASK_COMPLETE",
])('takes the marker back: %j', (words) => {
  expect(findContradiction(words, '')).toBe(words.split('\n')[0]?.replace(/\.$/, ''))
})

test.each([
  'Done. No manual intervention was needed.\nTASK_COMPLETE',
  'It works without manual intervention.\nTASK_COMPLETE',
  'Nothing here requires manual work.\nTASK_COMPLETE',
  'I added the message `requires manual approval` to the form.\nTASK_COMPLETE',
  'The page now says "this requires manual review".\nTASK_COMPLETE',
  '> could not complete\n\nThat line is gone now.\nTASK_COMPLETE',
  'Wrote the manual, and completed the rest.\nTASK_COMPLETE',
])('is no contradiction: %j', (words) => {
  expect(findContradiction(words, '')).toBeNull()
})

test('repeating a line of the task itself is no contradiction', () => {
  const words = 'Add the line: this job cannot be automated.\nTASK_COMPLETE'
  expect(findContradiction(words, '')).toBe('Add the line: this job cannot be automated')
  expect(findContradiction(words, '  - **Do**: Add the line: this job cannot be automated. Then stop.')).toBeNull()
})
