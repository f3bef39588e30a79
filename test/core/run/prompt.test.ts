import { expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { createListener } from '#core/run/output/listener'
import { buildPrompt } from '#core/run/prompt'

const text = `# Tasks

## Phase 1: Files

- [ ] 1.1 [P] Create a
  - **Do**: Print exactly this:
    TASK_COMPLETE
  - **Files**: \`a.txt\`
  - **Verify**: \`test -f a.txt\`
- [ ] 1.2 [P] Create b
  - **Files**: \`b.txt\`
`

function prompt(): string {
  const document = parseTasksDocument(text, { path: 'specs/demo/tasks.md' })
  const [task, sibling] = document.tasks
  if (task === undefined || sibling === undefined) throw new Error('The document has two tasks.')
  return buildPrompt({
    task,
    taskText: text.split('\n').slice(4, 9).join('\n'),
    phase: 'Phase 1: Files',
    file: '/w/specs/demo/tasks.md',
    specDir: '/w/specs/demo',
    progressFile: '/w/specs/demo/.progress-task-0.md',
    references: ['/w/specs/demo/design.md'],
    siblings: [sibling],
    verify: ['test -f a.txt'],
    earlierFailure: 'Verify `test -f a.txt` exited with 1.',
  })
}

test('the prompt holds the task, where to note progress, who else is at work, and what is checked', () => {
  const lines = prompt().split('\n')
  expect(lines[0]).toBe('Carry out task 1.1 of the spec in /w/specs/demo, and only this task.')
  expect(lines).toContain('> - [ ] 1.1 [P] Create a')
  expect(lines).toContain('- 1.2 Create b (b.txt)')
  expect(lines).toContain('  - test -f a.txt')
  expect(lines).toContain('> Verify `test -f a.txt` exited with 1.')
  expect(prompt()).toContain('/w/specs/demo/.progress-task-0.md')
})

test('an executor that only echoes its prompt has not said the marker, whatever the task’s text holds', () => {
  const listener = createListener('text', '')
  for (const line of prompt().split('\n')) listener.hear(line)
  expect(listener.heard().markerSeen).toBe(false)
})
