import { describe, expect, it } from 'vitest'
import { mergeProgress } from '#core/progress/merge'

const part = (index: number, text: string, id: string | null = `1.${index}`) => ({
  index,
  text,
  task: { id, title: `Task ${index}` },
})

const notesOf = (index: number) =>
  part(index, `## Completed Tasks\n- [x] 1.${index} Task ${index} - abc${index}\n\n## Learnings\n- Learned ${index}\n`)

describe('mergeProgress', () => {
  it('makes both sections in an empty file', () => {
    const merged = mergeProgress('', [notesOf(1)])
    expect(merged).toEqual({
      text: '## Completed Tasks\n- [x] 1.1 Task 1 - abc1\n\n## Learnings\n- Learned 1\n',
      merged: [1],
      skipped: [],
    })
  })

  it('tells notes with NUL bytes from notes without sections', () => {
    const text = '## Completed Tasks\n- [x] a\n## Learnings\n- a\0b\n'
    expect(mergeProgress('', [part(1, text)]).skipped).toEqual([
      { index: 1, reason: expect.stringMatching(/^\.progress-task-1\.md is no text \(it has NUL bytes\): add what/) },
    ])
  })

  it('appends in the order of the task indices, whatever order the parts come in', () => {
    const main =
      '# Progress: demo\n\n## Completed Tasks\n- [x] 1.0 First - 000\n\n## Current Task\nAwaiting next task\n\n## Learnings\n- Old\n\n## Next\nTask 1.1\n'
    const { text, merged } = mergeProgress(main, [notesOf(3), notesOf(1), notesOf(2)])
    expect(text).toBe(
      '# Progress: demo\n\n## Completed Tasks\n- [x] 1.0 First - 000\n- [x] 1.1 Task 1 - abc1\n- [x] 1.2 Task 2 - abc2\n- [x] 1.3 Task 3 - abc3\n\n' +
        '## Current Task\nAwaiting next task\n\n## Learnings\n- Old\n- Learned 1\n- Learned 2\n- Learned 3\n\n## Next\nTask 1.1\n',
    )
    expect(merged).toEqual([1, 2, 3])
  })

  it('finds the section under the name Completed too, in the main file and in the parts', () => {
    const main = '## Completed\n\n- [x] 1.0 First\n\n## Learnings\n\n- Old\n'
    const { text } = mergeProgress(main, [part(1, '## Completed\n- [x] 1.1 Second\n')])
    expect(text).toBe('## Completed\n\n- [x] 1.0 First\n- [x] 1.1 Second\n\n## Learnings\n\n- Old\n')
  })

  it('replaces the placeholder of an empty section with the first entry', () => {
    const main =
      '## Completed Tasks\n\n_No tasks completed yet_\n\n## Learnings\n\n_No learnings recorded yet._\n\n## Verification\n\n_No verification performed yet._\n'
    const { text } = mergeProgress(main, [notesOf(1)])
    expect(text).toBe(
      '## Completed Tasks\n\n- [x] 1.1 Task 1 - abc1\n\n## Learnings\n\n- Learned 1\n\n## Verification\n\n_No verification performed yet._\n',
    )
  })

  it('keeps the placeholder while there is nothing to add', () => {
    const main = '## Completed Tasks\n\n_No tasks completed yet_\n'
    expect(mergeProgress(main, [part(1, '## Learnings\n- One\n')]).text).toBe(
      '## Completed Tasks\n\n_No tasks completed yet_\n\n## Learnings\n- One\n',
    )
  })

  it('takes no placeholder and no empty item from a part', () => {
    const text = '## Completed Tasks\n_None yet_\n\n## Learnings\n- \n- None yet\n- Real\n'
    expect(mergeProgress('', [part(1, text)]).text).toBe('## Learnings\n- Real\n')
  })

  it('changes no byte when the same parts are merged again', () => {
    const parts = [notesOf(1), notesOf(2)]
    const once = mergeProgress('# P\n', parts)
    const twice = mergeProgress(once.text, parts)
    expect(twice).toEqual({ text: once.text, merged: [1, 2], skipped: [] })
  })

  it('adds only what is missing when a part was merged half', () => {
    const main = '## Completed Tasks\n- [x] 1.1 Task 1 - abc1\n\n## Learnings\n- Old\n'
    expect(mergeProgress(main, [notesOf(1)]).text).toBe(
      '## Completed Tasks\n- [x] 1.1 Task 1 - abc1\n\n## Learnings\n- Old\n- Learned 1\n',
    )
  })

  it('adds nothing again after a person has written below a merged note', () => {
    const once = mergeProgress('', [part(1, '## Learnings\n### Verification: 1.1\n- Status: PASS\n')]).text
    const edited = once.replace('- Status: PASS\n', '- Status: PASS\n- Checked by hand\n')
    expect(mergeProgress(edited, [part(1, '## Learnings\n### Verification: 1.1\n- Status: PASS\n')]).text).toBe(edited)
  })

  it('takes a part with learnings only, and one with completed entries only', () => {
    const { text, merged } = mergeProgress('', [
      part(1, '## Learnings\n- L\n'),
      part(2, '## Completed Tasks\n- [x] 1.2 C\n'),
    ])
    expect(text).toBe('## Completed Tasks\n- [x] 1.2 C\n\n## Learnings\n- L\n')
    expect(merged).toEqual([1, 2])
  })

  it.each([
    ['an empty file', ''],
    ['prose without sections', 'I did it.\n'],
    ['a heading that was torn off', '## Compl'],
    ['sections without a word', '## Completed Tasks\n\n## Learnings\n'],
    ['bytes that are no text', '## Learnings\n- a\u0000b\n'],
  ])('skips %s with a reason that names the task and asks for its learnings', (_, text) => {
    const result = mergeProgress('# P\n', [part(4, text, '2.1')])
    expect(result.text).toBe('# P\n')
    expect(result.merged).toEqual([])
    expect(result.skipped).toHaveLength(1)
    expect(result.skipped[0]?.reason).toMatch(/^\.progress-task-4\.md .*2\.1 Task 4 learned/)
  })

  it('keeps notes under other headings below Learnings, and leaves goal, status and next to the main file', () => {
    const text =
      '# Task 1.1\n\n## Goal\nTake over\n\n## Completed Tasks\n- [x] 1.1 A\n\n## Decisions\n- Used B\n\n## Current Task\nnone\n\n## Next\nTask 9\n\n### Verification: 1.1 A\n- Status: PASS\n'
    expect(mergeProgress('', [part(1, text)]).text).toBe(
      '## Completed Tasks\n- [x] 1.1 A\n\n## Learnings\n\n### Decisions\n- Used B\n\n### Verification: 1.1 A\n- Status: PASS\n',
    )
  })

  it('keeps nested items, wrapped lines and fences of a note together', () => {
    const note = '- First line\n  goes on\n  - nested\n\n    ```sh\n    npm test\n    ```\n- Second\n'
    expect(mergeProgress('', [part(1, `## Learnings\n${note}`)]).text).toBe(`## Learnings\n${note}`)
  })

  it('is not misled by headings and notes that a fence or a quote holds', () => {
    const main = '## Learnings\n\n```md\n## Completed Tasks\n- Learned 1\n```\n\n> ## Completed Tasks\n'
    const { text } = mergeProgress(main, [notesOf(1)])
    expect(text).toBe(`## Completed Tasks\n- [x] 1.1 Task 1 - abc1\n\n${main.trimEnd()}\n\n- Learned 1\n`)
  })

  it('takes a quoted section of a part as part of its note', () => {
    const note = '- They wrote:\n\n  ```md\n  ## Completed Tasks\n  - [x] 9.9 Everything\n  ```\n'
    const { text } = mergeProgress('', [part(1, `## Learnings\n${note}`)])
    expect(text).toBe(`## Learnings\n${note}`)
  })

  it('closes a fence that a torn part left open, so that it swallows nothing', () => {
    const main = '## Learnings\n- Old\n\n## Next\nTask 2\n'
    const { text } = mergeProgress(main, [part(1, '## Learnings\nOutput:\n\n```sh\nnpm i\n')])
    expect(text).toBe('## Learnings\n- Old\n\nOutput:\n\n```sh\nnpm i\n```\n\n## Next\nTask 2\n')
  })

  it('puts a comment that a part left open into a fence', () => {
    const main = '## Learnings\n- Old\n\n## Next\nTask 2\n'
    const { text } = mergeProgress(main, [part(1, '## Learnings\n<!-- oh\n- hidden\n')])
    expect(text).toBe('## Learnings\n- Old\n\n```\n<!-- oh\n- hidden\n```\n\n## Next\nTask 2\n')
  })

  it('inserts before what a torn main file left open', () => {
    const main = '## Learnings\n- Old\n\n```sh\nnpm i\n'
    const once = mergeProgress(main, [notesOf(1)]).text
    expect(once).toContain('- Old\n- Learned 1\n\n```sh\nnpm i\n')
    expect(mergeProgress(once, [notesOf(1)]).text).toBe(once)
  })

  it('makes headings of a part deeper, so that they stay within Learnings', () => {
    const { text } = mergeProgress('', [
      part(1, '# Learnings\n\n## About a\n- x\n\nUnder\n=====\n- y\n\n# Completed\n- [x] 1.1 A\n'),
    ])
    expect(text).toBe('## Completed Tasks\n- [x] 1.1 A\n\n## Learnings\n\n### About a\n- x\n\n### Under\n- y\n')
  })

  it('keeps CRLF, a byte order mark and frontmatter', () => {
    const main = '\uFEFF---\r\nspec: demo\r\n---\r\n\r\n## Completed Tasks\r\n- [x] 1.0 A\r\n\r\n## Learnings\r\n- Old'
    const { text } = mergeProgress(main, [notesOf(1)])
    expect(text).toBe(
      '\uFEFF---\r\nspec: demo\r\n---\r\n\r\n## Completed Tasks\r\n- [x] 1.0 A\r\n- [x] 1.1 Task 1 - abc1\r\n\r\n## Learnings\r\n- Old\r\n- Learned 1\r\n',
    )
  })

  it('keeps the same note of two tasks once', () => {
    const { text } = mergeProgress('', [part(1, '## Learnings\n- Same\n'), part(2, '## Learnings\n- Same\n')])
    expect(text).toBe('## Learnings\n- Same\n')
  })

  it('puts no numbered item into the text of a bullet', () => {
    const { text } = mergeProgress('## Learnings\n- Old\n', [part(1, '## Learnings\n7. Seven\n8. Eight\n')])
    expect(text).toBe('## Learnings\n- Old\n\n7. Seven\n8. Eight\n')
  })
})
