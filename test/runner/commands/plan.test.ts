import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, readJson, runCli, snapshot } from './runCli'

const tasks = `# Tasks: Demo

## Phase 1: Make it work

- [x] 1.1 Set up
- [ ] 1.2 [P] Create a
  - **Do**: Write a.
  - **Files**: \`src/a.ts\` (create)
  - **Done when**: It is there
  - **Verify**: \`test -f src/a.ts\`
  - **Commit**: \`feat(a): add a\` (only if fixes needed)
  - _Requirements: FR-1, FR-2_
  - _Design: Parts_
- [ ] 1.3 [P] Create b
  - **Do**: Write b.
  - **Verify**: \`test -f src/b.ts\`
  - **Commit**: None
- [ ] 1.4 [P] [VERIFY] Check both
- [-] 1.5 Go on

## Phase 2

- [ ] 2.1 [US1] [P] Alone
`

describe('plan --json', () => {
  it('gives tasks and groups in the documented shape', async () => {
    const folder = await makeFolder({ 'spec/tasks.md': tasks })
    const { code, out, err } = await runCli(['plan', 'spec', '--json'], folder)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const plan = readJson<{
      file: string
      tasks: Record<string, unknown>[]
      groups: unknown[]
      problems: number
    }>(out)
    expect(Object.keys(plan)).toEqual(['version', 'file', 'dialect', 'tasks', 'groups', 'problems'])
    expect(plan).toMatchObject({ version: 1, file: join(folder, 'spec', 'tasks.md') })
    expect(plan.tasks[1]).toEqual({
      index: 1,
      id: '1.2',
      title: 'Create a',
      line: 6,
      state: 'open',
      markers: ['P'],
      labels: [],
      parallel: true,
      override: null,
      container: false,
      phase: 'Phase 1: Make it work',
      do: 'Write a.',
      files: [{ path: 'src/a.ts', note: 'create' }],
      doneWhen: 'It is there',
      verify: ['test -f src/a.ts'],
      commit: 'feat(a): add a',
      requirements: ['FR-1', 'FR-2'],
      design: ['Parts'],
    })
    expect(plan.tasks[3]).toMatchObject({ markers: ['P', 'VERIFY'], parallel: false, override: 'VERIFY' })
    expect(plan.tasks[4]).toMatchObject({ state: 'in-progress' })
    expect(plan.tasks[5]).toMatchObject({ labels: ['US1'], phase: 'Phase 2' })
    expect(plan.groups).toEqual([
      { startIndex: 0, endIndex: 0, taskIndices: [0], isParallel: false },
      { startIndex: 1, endIndex: 2, taskIndices: [1, 2], isParallel: true },
      { startIndex: 3, endIndex: 3, taskIndices: [3], isParallel: false },
      { startIndex: 4, endIndex: 4, taskIndices: [4], isParallel: false },
      { startIndex: 5, endIndex: 5, taskIndices: [5], isParallel: false },
    ])
    expect(plan.problems).toBeGreaterThan(0)
  })

  it('changes nothing on disk', async () => {
    const folder = await makeFolder({ 'spec/tasks.md': tasks })
    const before = await snapshot(folder)
    await runCli(['plan', 'spec', '--json'], folder)
    expect(await snapshot(folder)).toEqual(before)
  })

  it('takes --break-at, from the command line before the settings file', async () => {
    const folder = await makeFolder({
      'spec/tasks.md': '- [ ] 1.1 [P] a\n\n### More\n\n- [ ] 1.2 [P] b\n',
      'never.json': '{"groups": {"breakAt": "never"}}',
    })
    const sizes = async (...args: string[]): Promise<number[]> => {
      const { out } = await runCli(['plan', 'spec', '--json', ...args], folder)
      return readJson<{ groups: { taskIndices: number[] }[] }>(out).groups.map((group) => group.taskIndices.length)
    }
    expect(await sizes()).toEqual([1, 1])
    expect(await sizes('--config', 'never.json')).toEqual([2])
    expect(await sizes('--config', 'never.json', '--break-at', 'heading')).toEqual([1, 1])
  })

  it.each(['spec', 'spec/', './spec', 'spec/Tasks.md', 'other.md'])('takes %s', async (argument) => {
    const folder = await makeFolder({ 'spec/Tasks.md': tasks, 'other.md': tasks })
    const { code, out } = await runCli(['plan', argument, '--json'], folder)
    expect(code).toBe(0)
    expect(readJson<{ tasks: unknown[] }>(out).tasks).toHaveLength(6)
  })

  it('gives an empty plan for an empty file', async () => {
    const folder = await makeFolder({ 'empty.md': '' })
    const { code, out } = await runCli(['plan', 'empty.md', '--json'], folder)
    expect(code).toBe(0)
    expect(readJson(out)).toMatchObject({ tasks: [], groups: [], problems: 0 })
  })
})

describe('plan, for people', () => {
  it('shows phases, groups, states and the next command', async () => {
    const folder = await makeFolder({ 'spec/tasks.md': tasks })
    const { out } = await runCli(['plan', 'spec'], folder)
    expect(out.replace(/^\d+ problems? .*\n/m, ''))
      .toBe(`spec/tasks.md  smart-ralph · 6 tasks · 1 done · 1 parallel group

Phase 1: Make it work
  ✓ 1.1 Set up  :5
  ┌ side by side (2)
  │ ○ 1.2 [P] Create a  :6
  └ ○ 1.3 [P] Create b  :14
  ○ 1.4 [P] [VERIFY] Check both  :18
  ◐ 1.5 Go on  :19

Phase 2
  ○ 2.1 [P] Alone  :23

Next, 2 tasks side by side: parallel-tasks run spec
`)
  })

  it('says so when nothing is left, and when there is nothing', async () => {
    const folder = await makeFolder({ 'done.md': '- [x] 1.1 a\n', 'none.md': 'Hello\n' })
    expect((await runCli(['plan', 'done.md'], folder)).out).toContain('Nothing is left to run.')
    expect((await runCli(['plan', 'none.md'], folder)).out).toContain('There are no tasks in this file.')
  })

  it('lets no escape sequence of a title through', async () => {
    const folder = await makeFolder({
      'a.md': '- [ ] 1.1 Red \u001B[31malert\u001B[0m\u0007 \u001B]0;title\u0007end\n',
    })
    const { out } = await runCli(['plan', 'a.md'], folder)
    expect(out).toMatch(/1\.1 Red alert +end/)
    expect(out).not.toMatch(/[^\P{Cc}\n]/u)
  })
})
