import { describe, expect, it } from 'vitest'
import { lenses } from '#core/features/lenses'
import type { RunSummary } from '#core/wire/messages'
import { runOf, sourceOf } from './sourceOf'

const draw = (text: string, run: RunSummary | null = null): readonly string[] =>
  lenses(sourceOf(text, run)).map(({ range, title, call }) =>
    call === null
      ? `${range.start.line} ${title}`
      : `${range.start.line} ${title} -> ${call.command.slice(14)}(${call.arguments.slice(1).join()})`,
  )

const three = '- [ ] T001 [P] Make a\n- [ ] T002 [P] Make b\n- [ ] T003 [P] Make c\n'

describe('before a run', () => {
  it('offers the group on its first task, each task, and the whole spec', () => {
    expect(draw(three)).toEqual([
      '0 Run all remaining (3) -> runAll()',
      '0 ▶ Run parallel group (3) -> runGroup(0)',
      '0 Run in sequence -> runGroupInSequence(0)',
      '0 Run task -> runTask(0)',
      '1 Run task -> runTask(1)',
      '2 Run task -> runTask(2)',
    ])
  })

  it('offers a phase with open tasks, and none without', () => {
    const text = '# T\n\n## Phase 1: Done\n\n- [x] T001 Make a\n\n## Phase 2: Open\n\n- [ ] T002 Make b\n'
    expect(draw(text)).toEqual([
      '0 Run all remaining (1) -> runAll()',
      '6 Run phase -> runPhase(6)',
      '8 Run task -> runTask(1)',
    ])
  })

  it('says how many of a group are open', () => {
    expect(draw(three.replace('[ ]', '[x]'))).toContain('0 ▶ Run parallel group (2 of 3) -> runGroup(0)')
  })

  it('says that the one open task of a group runs in sequence', () => {
    const text = '- [x] T001 [P] Make a\n- [x] T002 [P] Make b\n- [ ] T003 [P] Make c\n'
    expect(draw(text)).toEqual([
      '0 Run all remaining (1) -> runAll()',
      '0 ▶ Run T003 in sequence (the one open task of 3) -> runGroup(0)',
      '2 Run task -> runTask(2)',
    ])
  })

  it('offers nothing where all is done', () => {
    expect(draw(three.replaceAll('[ ]', '[x]'))).toEqual([])
  })

  it('keeps the lens of a group that cannot run, and says why', () => {
    const text = '- [ ] T001 [P] Make src/a.ts\n- [ ] T002 [P] Make src/a.ts too\n'
    expect(draw(text).filter((line) => /parallel|sequence|anyway/i.test(line))).toEqual([
      '0 Parallel group (2) cannot run: Tasks T001 and T002 run at the same time and both name src/a.ts -> explainBlocked(0)',
      '0 Run in sequence -> runGroupInSequence(0)',
      '0 Run anyway -> runGroup(0)',
    ])
  })

  it('does not offer to run it anyway where the settings call it an error', () => {
    const source = sourceOf('- [ ] T001 [P] Make src/a.ts\n- [ ] T002 [P] Make src/a.ts too\n')
    const problems = source.problems.map((problem) => ({ ...problem, severity: 'error' as const }))
    expect(lenses({ ...source, problems }).map(({ title }) => title)).not.toContain('Run anyway')
  })

  it('never offers to run anyway what leaves the workspace, even where files overlap, too', () => {
    const field = (paths: string): string =>
      `  - **Do**: x\n  - **Files**: ${paths}\n  - **Done when**: x\n  - **Verify**: \`true\`\n`
    const text = `- [ ] 1.1 [P] A\n${field('`a.ts`')}- [ ] 1.2 [P] B\n${field('`a.ts`, `../../b.ts`')}`
    const titles = lenses(sourceOf(text)).map(({ title }) => title)
    expect(titles.find((title) => title.startsWith('Parallel group'))).toMatch(/lies outside the workspace/)
    expect(titles).not.toContain('Run anyway')
  })

  it('offers the group again when the task that is in the way is done', () => {
    const text = '- [x] T001 [P] Make src/a.ts\n- [ ] T002 [P] Make src/a.ts too\n- [ ] T003 [P] Make src/c.ts\n'
    expect(draw(text)).toContain('0 ▶ Run parallel group (2 of 3) -> runGroup(0)')
  })

  it('neither runs a group nor a task that names a file outside the workspace', () => {
    const field = (path: string): string =>
      `  - **Do**: x\n  - **Files**: \`${path}\`\n  - **Done when**: x\n  - **Verify**: \`true\`\n`
    const text = `- [ ] 1.1 [P] Make a\n${field('../../b.ts')}- [ ] 1.2 [P] Make b\n${field('b.ts')}`
    expect(draw(text)).toEqual([
      '0 Run all remaining (2) -> runAll()',
      '0 Parallel group (2) cannot run: ../../b.ts lies outside the workspace; name files by their path below the workspace folder -> explainBlocked(0)',
      '0 Cannot run: ../../b.ts lies outside the workspace; name files by their path below the workspace folder -> explainBlocked(0)',
      '5 Run task -> runTask(1)',
    ])
  })

  it('offers nothing in a template and in a file whose tasks are headings', () => {
    expect(lenses({ ...sourceOf(three), document: { ...sourceOf(three).document, template: true } })).toEqual([])
    expect(draw('### Task 1.1: a\n\n- [ ] x\n\n### Task 1.2: b\n\n- [ ] x\n\n### Task 1.3: c\n\n- [ ] x\n')).toEqual([])
  })
})

describe('while a run goes on', () => {
  it('shows the counts on the group, and what can be done about its running tasks', () => {
    const run = runOf(true, { '0 T001 Make a': 'success', '1 T002 Make b': 'running', '2 T003 Make c': 'queued' })
    expect(draw(three.replace('[ ]', '[x]'), run)).toEqual([
      '0 1/3 done',
      '0 Stop -> stop()',
      '0 Show terminals -> showTerminals()',
      '0 Timeline -> showTimeline()',
      '1 Stop task -> stopTask(1)',
      '1 Show log -> openLog(1)',
    ])
  })

  it('tells of failures at once', () => {
    const run = runOf(true, { '0 T001 Make a': 'timed-out', '1 T002 Make b': 'verifying', '2 T003 Make c': 'success' })
    expect(draw(three, run)).toContain('0 1/3 done, 1 failed')
  })

  it('says on other groups that another run is going on, and offers their tasks no more', () => {
    const run = runOf(true, { '0 T001 Make a': 'running', '1 T002 Make b': 'running', '2 T003 Make c': 'running' })
    const lines = draw(`${three}\n# Next\n\n- [ ] T004 [P] Make d\n- [ ] T005 [P] Make e\n`, run)
    expect(lines.filter((line) => Number(line.split(' ')[0]) > 2)).toEqual([
      '6 Parallel group (2) waits: another run is going on -> explainBlocked(3)',
    ])
  })

  it('shows the counts of a run over more than one group at the top too', () => {
    const run = runOf(true, {
      '0 T001 Make a': 'success',
      '1 T002 Make b': 'success',
      '2 T003 Make c': 'success',
      '3 T004 Make d': 'running',
    })
    expect(draw(`${three}- [ ] T004 Make d\n`, run).slice(0, 4)).toEqual([
      '0 3/4 done',
      '0 Stop -> stop()',
      '0 Show terminals -> showTerminals()',
      '0 Timeline -> showTimeline()',
    ])
  })

  it('shows a task that runs on its own', () => {
    expect(draw('- [ ] T001 Make a\n', runOf(true, { '0 T001 Make a': 'running' }))).toEqual([
      '0 0/1 done',
      '0 Stop -> stop()',
      '0 Show terminals -> showTerminals()',
      '0 Timeline -> showTimeline()',
    ])
  })

  it('finds the tasks of the run again after lines were put in above, and not by their place alone', () => {
    const run = runOf(true, { '0 T001 Make a': 'running' })
    expect(draw('- [ ] T000 New\n- [ ] T001 Make a\n', run)).toEqual([
      '1 0/1 done',
      '1 Stop -> stop()',
      '1 Show terminals -> showTerminals()',
      '1 Timeline -> showTimeline()',
    ])
  })
})

describe('after a run', () => {
  it('shows what failed and what to do about it, when nothing else of the group is open', () => {
    const run = runOf(
      false,
      { '0 T001 Make a': 'success', '1 T002 Make b': 'failed', '2 T003 Make c': 'success' },
      'failed',
    )
    const text = '- [x] T001 [P] Make a\n- [ ] T002 [P] Make b\n- [x] T003 [P] Make c\n'
    expect(draw(text, run)).toEqual([
      '0 Run all remaining (1) -> runAll()',
      '0 1 failed -> goToTask(1)',
      '0 Retry failed -> retryFailed()',
      '0 Show log -> openLog(1)',
      '0 Timeline -> showTimeline()',
      '1 Run task -> runTask(1)',
    ])
  })

  it('offers the group too while some of its tasks were never tried', () => {
    const run = runOf(
      false,
      { '0 T001 Make a': 'failed', '1 T002 Make b': 'cancelled', '2 T003 Make c': 'cancelled' },
      'cancelled',
    )
    expect(draw(three, run).slice(1, 7)).toEqual([
      '0 1 failed -> goToTask(0)',
      '0 Retry failed -> retryFailed()',
      '0 Show log -> openLog(0)',
      '0 Timeline -> showTimeline()',
      '0 ▶ Run parallel group (3) -> runGroup(0)',
      '0 Run in sequence -> runGroupInSequence(0)',
    ])
  })

  it('forgets a failure once the box is ticked', () => {
    const run = runOf(false, { '0 T001 Make a': 'failed' }, 'failed')
    expect(draw('- [x] T001 Make a\n', run)).toEqual([])
  })

  it('offers the diff of a finished task that has a commit', () => {
    const run = runOf(false, { '0 T001 Make a': 'success', '1 T002 Make b': 'success' }, 'success')
    const tasks = run.tasks.map((task) => ({ ...task, commit: task.index === 0 ? 'abc' : null }))
    expect(draw('- [x] T001 Make a\n- [x] T002 Make b\n', { ...run, tasks })).toEqual([
      '0 Show diff -> showTaskDiff(0)',
    ])
    expect(draw('- [ ] T001 Make a\n', { ...run, tasks })).not.toContain('0 Show diff -> showTaskDiff(0)')
  })

  it('shows the failure of a task that ran on its own', () => {
    expect(draw('- [ ] T001 Make a\n', runOf(false, { '0 T001 Make a': 'timed-out' }, 'failed'))).toEqual([
      '0 Run all remaining (1) -> runAll()',
      '0 1 failed -> goToTask(0)',
      '0 Retry failed -> retryFailed()',
      '0 Show log -> openLog(0)',
      '0 Timeline -> showTimeline()',
    ])
  })

  it('offers to resume a run that was interrupted', () => {
    const run = runOf(false, { '0 T001 Make a': 'interrupted' }, 'interrupted')
    expect(draw('- [ ] T001 Make a\n', run)).toEqual([
      '0 Resume interrupted run -> resume()',
      '0 Run all remaining (1) -> runAll()',
      '0 Run task -> runTask(0)',
    ])
  })
})
