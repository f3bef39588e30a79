import { expect, it } from 'vitest'
import { hoverAt } from '#core/features/hover'
import { runOf, sourceOf } from './sourceOf'

const text = [
  '- [ ] 1.1 [P] Make a',
  '  - **Do**: Write it.',
  '  - **Files**: `src/a.ts` (create), `src/b.ts` (read-only)',
  '  - **Done when**: There.',
  '  - **Verify**: `test -f src/a.ts` exits 0',
  '  - **Commit**: `feat: add a`',
  '- [x] 1.2 [P] Make <b> & [c](d)',
  '  - **Do**: Write it.',
  '  - **Done when**: There.',
  '  - **Verify**: Look at it',
  '  - **Commit**: None',
  '',
].join('\n')

const hover = (line: number, character: number, run = runOf(false, {})): string | undefined =>
  hoverAt(sourceOf(text, run), { line, character })?.markdown

it('tells of a task its state, last verdict, files, commands and how it runs', () => {
  const run = runOf(false, { '0 1.1 Make a': 'failed' })
  const [task] = run.tasks
  if (task === undefined) throw new Error('The run has a task.')
  const failed = { ...run, tasks: [{ ...task, attempt: 2, reason: 'Verify exited 1', durationMs: 65_000 }] }
  expect(hover(0, 15, failed)?.split('\n\n')).toEqual([
    '**1.1 Make a**',
    'State: open',
    'Last run: failed, attempt 2, 1m 05s: Verify exited 1',
    'Files: `src/a.ts` (create), `src/b.ts` (read)',
    'Verify: `test -f src/a.ts` (exits 0)',
    'Commit: `feat: add a`',
    'Runs side by side with 1 more',
  ])
})

it('shows what a document says as text, never as Markdown', () => {
  expect(hover(6, 15)?.split('\n\n')).toEqual([
    '**1.2 Make \\<b\\> \\& \\[c\\]\\(d\\)**',
    'State: done',
    'Verify: no command to run',
    'Commit: none',
    'Runs side by side with 1 more',
  ])
})

it('tells of a group its members, their files and what is in the way', () => {
  expect(hover(0, 11)?.split('\n\n')).toEqual([
    '**Parallel group** of 2 tasks, 1 open',
    '- **1.1** Make a · open · `src/a.ts` (create), `src/b.ts` (read)\n- **1.2** Make \\<b\\> \\& \\[c\\]\\(d\\) · done',
    'Nothing is in the way of running them side by side.',
  ])
})

it('tells why tasks of a named batch run alone', () => {
  const batch = '- [ ] T001 [P:1.1] Make a\n- [ ] T002 [P:1.1] Make b\n'
  expect(hoverAt(sourceOf(batch), { line: 0, character: 13 })?.markdown.split('\n\n').at(-1)).toBe(
    'Runs alone: `[P:1.1]` names a batch, which is no \\[P\\]',
  )
})

it('gives the range it speaks of', () => {
  expect(hoverAt(sourceOf(text), { line: 0, character: 11 })?.range).toEqual({
    start: { line: 0, character: 10 },
    end: { line: 0, character: 13 },
  })
  expect(hoverAt(sourceOf(text), { line: 0, character: 7 })?.range).toEqual({
    start: { line: 0, character: 6 },
    end: { line: 0, character: 20 },
  })
})

it.each([
  [1, 3],
  [12, 0],
  [99, 99],
])('says nothing at %i:%i', (line, character) => {
  expect(hover(line, character)).toBeUndefined()
})

it('says of a lone [P] and of an overridden one that they run alone', () => {
  const lone = '- [ ] T001 [P] Make a\n\n# Next\n\n- [ ] T002 [P] [VERIFY] Check\n'
  expect(hoverAt(sourceOf(lone), { line: 0, character: 12 })?.markdown).toBe(
    'This \\[P\\] task has no \\[P\\] neighbour: it runs alone.',
  )
  expect(hoverAt(sourceOf(lone), { line: 4, character: 12 })?.markdown).toBe(
    '\\[P\\] is overridden by \\[VERIFY\\]: this task runs alone.',
  )
})
