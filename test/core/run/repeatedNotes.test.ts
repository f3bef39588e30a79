import { expect, test } from 'vitest'
import { dropRepeatedNotes } from '#core/run/repeatedNotes'

const before = '# Notes\n\n- [x] 0.9 Before\n'
const notes = '## Completed Tasks\n- [x] 1.1 Create a\n\n## Learnings\n- about a\n'

test('notes that a second attempt repeats word for word stand there once', () => {
  const after = before + notes
  expect(dropRepeatedNotes(after + notes, [{ before, after }])).toBe(before + notes)
})

test('notes that a third attempt repeats after two stand there once', () => {
  const [first, second] = [before + notes, before + notes + notes]
  const attempts = [
    { before, after: first },
    { before: first, after: second },
  ]
  expect(dropRepeatedNotes(second + notes, attempts)).toBe(before + notes)
  expect(dropRepeatedNotes(before + notes, attempts)).toBe(before + notes)
})

test('notes that an attempt could not finish go when the next one says them whole', () => {
  const after = `${before}## Completed Tasks\n- [x] 1.1 Cre`
  expect(dropRepeatedNotes(after + notes, [{ before, after }])).toBe(before + notes)
})

test('a torn line that nobody repeats is cut off where the next attempt began', () => {
  const after = `${before}- learned something\n- half a li`
  expect(dropRepeatedNotes(`${after}- other\n`, [{ before, after }])).toBe(`${before}- learned something\n- other\n`)
})

test('what only the first attempt noted stays', () => {
  const after = `${before}- only once\n- [x] 1.1 Create a\n`
  expect(dropRepeatedNotes(`${after}- [x] 1.1 Create a\n- more\n`, [{ before, after }])).toBe(
    `${before}- only once\n- [x] 1.1 Create a\n- more\n`,
  )
})

test('doing it again changes nothing, and lines that were there twice before stay', () => {
  const twice = '- same\n- same\n'
  const after = twice + notes
  const once = dropRepeatedNotes(after + notes, [{ before: twice, after }])
  expect(once).toBe(twice + notes)
  expect(dropRepeatedNotes(once, [{ before: twice, after }])).toBe(once)
})

test('a person who edited the notes meanwhile loses nothing', () => {
  const after = before + notes
  const edited = `# My notes\n- mine\n${after}${notes}`
  expect(dropRepeatedNotes(edited, [{ before, after }])).toContain('# My notes\n- mine\n# Notes')
  expect(dropRepeatedNotes(edited, [{ before, after }]).match(/about a/g)).toHaveLength(1)
})
