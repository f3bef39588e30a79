import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { JournalEvent } from '#core/generated/journalEvent'
import { paintFor } from '../../../runner/src/console/paint'
import { runSummary } from '../../../runner/src/console/runSummary'
import { drive, type Driven } from '../../acceptance/drive'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'
import { runCli } from '../commands/runCli'

const task = (id: string, title = `Task ${id}`): string =>
  `- [ ] ${id} [P] ${title}\n  - **Run**: \`printf '## Completed Tasks\\n- [x] ${id} done\\n\\n## Learnings\\n- about ${id}\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"\`\n  - **Commit**: None\n`

/** Runs a group while a person edits a file of the spec, once, after the first event of a kind. */
function runAndEdit(
  workspace: Workspace,
  kind: JournalEvent['kind'],
  name: string,
  edit: (text: string) => string,
): Promise<Driven> {
  let done = false
  const path = join(workspace.specDir, name)
  return drive(workspace, {
    onEvent: (event) => {
      if (event.kind !== kind || done) return
      done = true
      writeFileSync(path, edit(readFileSync(path, 'utf8')))
    },
  })
}

test.each(['attemptStarting', 'attemptEnded', 'finishStarted', 'progressMerged'] as const)(
  'what a person writes into .progress.md after %s stays, beside the notes of the tasks',
  async (kind) => {
    const workspace = makeWorkspace(`# Tasks\n\n${task('1.1')}${task('1.2')}`)
    workspace.write('specs/demo/.progress.md', '# Mine\n\n## Learnings\n- before\n')
    const edit = (text: string): string => text.replace('- before\n', '- before, and changed\n- while it ran\n')
    expect((await runAndEdit(workspace, kind, '.progress.md', edit)).exitCode).toBe(0)
    const lines = workspace.read('specs/demo/.progress.md').split('\n')
    for (const line of [
      '# Mine',
      '- before, and changed',
      '- while it ran',
      '- about 1.1',
      '- about 1.2',
      '- [x] 1.2 done',
    ])
      expect(lines.filter((other) => other === line)).toEqual([line])
  },
)

const boxes = (workspace: Workspace): readonly string[] | null =>
  workspace.read('specs/demo/tasks.md').match(/^- \[.\] .*$/gm)

test('tasks that a person moves keep their results', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1')}${task('1.2')}`)
  const swap = (text: string): string =>
    `# Tasks\n\n${text.slice(text.indexOf('- [ ] 1.2'))}${text.slice(9, text.indexOf('- [ ] 1.2'))}`
  expect((await runAndEdit(workspace, 'attemptEnded', 'tasks.md', swap)).exitCode).toBe(0)
  expect(boxes(workspace)).toEqual(['- [x] 1.2 [P] Task 1.2', '- [x] 1.1 [P] Task 1.1'])
})

test('a task that a person deletes gets no tick anywhere; its result stays in the journal, with a warning', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1')}${task('1.2')}${task('1.3')}`)
  const cut = (text: string): string => text.slice(0, text.indexOf('- [ ] 1.2')) + text.slice(text.indexOf('- [ ] 1.3'))
  const result = await runAndEdit(workspace, 'attemptEnded', 'tasks.md', cut)
  expect(boxes(workspace)).toEqual(['- [x] 1.1 [P] Task 1.1', '- [x] 1.3 [P] Task 1.3'])
  expect(result.state?.tasks.get(1)).toMatchObject({
    status: 'success',
    ticked: false,
    tickRefused: expect.stringContaining('1.2'),
  })
  expect(result.state?.warnings.map(({ code }) => code)).toContain('tick-refused')
})

test('a task that a person renumbers meanwhile is not guessed, and not run a second time either', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1', 'First')}${task('1.2', 'Second')}${task('1.3', 'Third')}`)
  let renumbered = false
  const result = await drive(workspace, {
    selection: { kind: 'all' },
    onEvent: ({ kind }) => {
      if (kind !== 'attemptEnded' || renumbered) return
      renumbered = true
      writeFileSync(workspace.file, workspace.read('specs/demo/tasks.md').replaceAll('- [ ] 1.', '- [ ] 2.'))
    },
  })
  const started = result.events.flatMap((event) => (event.kind === 'attemptStarted' ? event.index : []))
  expect(started.toSorted((a, b) => a - b)).toEqual([0, 1, 2])
  expect(boxes(workspace)?.filter((line) => line.startsWith('- [x]'))).toEqual([])
  expect(result.state?.tasks.get(0)?.tickRefused).toContain('Tick it by hand')
})

test('of two tasks that look alike by now none is guessed', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1')}${task('1.2')}`)
  const twice = (text: string): string =>
    `# Tasks\n\n${task('0.1')}${text.slice(9)}\n${task('1.1').replace('Task', 'Other')}${task('1.2')}`
  const result = await runAndEdit(workspace, 'attemptEnded', 'tasks.md', twice)
  expect(boxes(workspace)?.filter((line) => line.startsWith('- [x]')).length).toBeLessThanOrEqual(1)
  expect(result.state?.tasks.get(1)).toMatchObject({ ticked: false })
  expect(result.state?.tasks.get(1)?.tickRefused).toContain('cannot be found again for sure')
})

test('a tasks.md of 5 MB is run', { timeout: 120_000 }, async () => {
  const prose = `${'All work and no play makes a long line of prose. '.repeat(100)}\n`
  const tasks = Array.from({ length: 1000 }, (_, at) => `${task(`1.${at}`).replace('[P] ', '')}\n  ${prose}\n`)
  const workspace = makeWorkspace(`# Tasks\n\n${tasks.join('')}`, { git: false })
  expect(readFileSync(workspace.file).length).toBeGreaterThan(5_000_000)
  const before = workspace.read('specs/demo/tasks.md')
  const result = await drive(workspace, { selection: { kind: 'tasks', names: ['1.998'] } })
  expect(result.exitCode).toBe(0)
  expect(workspace.read('specs/demo/tasks.md')).toBe(before.replace('[ ] 1.998', '[x] 1.998'))
})

test('notes that .progress.md cannot take lie ready, and merge merges them once it can', async () => {
  const workspace = makeWorkspace(`${task('1.1')}${task('1.2')}`)
  mkdirSync(join(workspace.specDir, '.progress.md'))
  const driven = await drive(workspace)
  expect(driven.exitCode).toBe(0)
  expect(driven.state?.warnings.map(({ message }) => message).join()).toMatch(
    /\.progress\.md is a folder, so that \.progress-task-0\.md was kept: merge it with `parallel-tasks merge`/,
  )
  rmdirSync(join(workspace.specDir, '.progress.md'))
  const merge = await runCli(['merge', 'specs/demo'], workspace.root)
  expect(merge).toMatchObject({ code: 0, out: 'Merged .progress-task-0.md\nMerged .progress-task-1.md\n' })
  expect(workspace.read('specs/demo/.progress.md')).toContain('- about 1.2')
})

test.each(['runStarted', 'attemptEnded', 'finishStarted'] as const)(
  'a tasks.md that is gone after %s stops the run with a sentence; when it is back, resume does the rest',
  async (kind) => {
    const workspace = makeWorkspace(`${task('1.1')}${task('1.2')}`)
    const aside = join(workspace.root, 'aside.md')
    let done = false
    const driven = await drive(workspace, {
      onEvent: (event) => {
        if (event.kind !== kind || done) return
        done = true
        renameSync(workspace.file, aside)
      },
    })
    expect(driven).toMatchObject({ exitCode: 1, state: { outcome: 'failed' } })
    expect(driven.state?.reason).toMatch(/(gone.*tasks\.md|tasks\.md cannot be read).*resume|check the path/)
    renameSync(aside, workspace.file)
    expect((await drive(workspace, { mode: 'resume' })).exitCode).toBe(0)
    expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\]/gm)).toEqual(['- [x]', '- [x]'])
  },
)

test('a spec folder that is deleted during the run stops it with a sentence', async () => {
  const workspace = makeWorkspace(`${task('1.1')}${task('1.2')}`)
  const driven = drive(workspace, {
    onEvent: (event) => {
      if (event.kind === 'attemptStarted') rmSync(workspace.specDir, { recursive: true, force: true })
    },
  }).then(
    ({ state }) => state?.reason,
    (error: unknown) => String(error),
  )
  expect(await driven).toMatch(/is gone, or something else is in its place.*put it back, then resume/)
})

test('a run that could not even begin says why, not that all is done', async () => {
  const workspace = makeWorkspace(`${task('1.1')}${task('1.2')}`)
  const driven = await drive(workspace, {
    onEvent: (event) => {
      if (event.kind === 'runStarted') workspace.write('specs/demo/.ralph-state.json', '{')
    },
  })
  const place = { argument: 'specs/demo', cwd: workspace.root, folder: null }
  const text = runSummary(driven, place, paintFor(false, {}))
  expect(text).toMatch(
    /^Nothing was started\.\n.*\.ralph-state\.json is not JSON .*\nNext: parallel-tasks run specs\/demo\n$/,
  )
})
