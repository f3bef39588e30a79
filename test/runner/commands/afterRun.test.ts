import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createJournal } from '../../../runner/src/files/journal'
import { batch, runBodies, started } from '../console/events'
import { makeFolder, readJson, runCli, snapshot } from './runCli'

const tasks = `- [ ] 1.1 [P] Say hello
  - **Run**: \`echo hello from one; printf '## Learnings\\n- one\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"\`
- [ ] 1.2 [P] Fail loudly
  - **Run**: \`echo it broke; printf '## Learnings\\n- two\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"; exit 7\`
- [ ] 1.3 Later
  - **Run**: \`true\`
`
let folder: string

/** One run in a folder without git: 1.1 succeeds, 1.2 fails. */
beforeAll(async () => {
  folder = await makeFolder({ 'x/tasks.md': tasks, 'never/tasks.md': tasks })
  expect((await runCli(['run', 'x', '--executor', 'shell'], folder)).code).toBe(1)
})

describe('status', () => {
  it('tells state, time, reason and log of each task, and the next command', async () => {
    const { code, out } = await runCli(['status', 'x'], folder)
    expect(code).toBe(0)
    expect(out).toMatch(/^Failed {2}shell · /)
    expect(out).toMatch(/✓ 1\.1 Say hello {2}done · [\d.]+m?s/)
    expect(out).toMatch(/✗ 1\.2 Fail loudly {2}failed · [^\n]*\n {6}[^\n]*7/)
    const logs = [...out.matchAll(/^ {6}(\S+\.log)$/gm)].map((match) => match[1] ?? '')
    expect(logs.map((log) => existsSync(join(folder, log)))).toEqual([true, true])
    expect(out).toMatch(/\nNext: parallel-tasks retry x\n$/)
  })

  it('gives the same as JSON, with 1-based lines and absolute log paths', async () => {
    const { out } = await runCli(['status', 'x', '--json'], folder)
    const status = readJson<{ tasks: { log: string }[] }>(out)
    expect(status).toMatchObject({
      version: 1,
      file: join(folder, 'x/tasks.md'),
      standing: 'ended',
      outcome: 'failed',
      executor: 'shell',
      tasks: [
        { index: 0, id: '1.1', line: 1, status: 'success', attempt: 1, merged: true, ticked: true, exitCode: 0 },
        { index: 1, id: '1.2', line: 3, status: 'failed', attempt: 1, merged: false, ticked: false, exitCode: 7 },
      ],
    })
    expect(status.tasks.map((task) => existsSync(task.log))).toEqual([true, true])
  })

  it('is no error where nothing has run', async () => {
    expect(await runCli(['status', 'never'], folder)).toEqual({
      code: 0,
      err: '',
      out: 'No run yet. Start one: parallel-tasks run never\n',
    })
    expect(readJson((await runCli(['status', 'never', '--json'], folder)).out)).toMatchObject({
      runId: null,
      tasks: [],
    })
  })
})

describe('status of a run whose runner was killed', () => {
  it('says that it was interrupted, its running tasks too, and how to go on', async () => {
    const dead = await makeFolder({ 'x/tasks.md': tasks })
    const journal = createJournal(join(dead, 'x'), '20260101T000000000-dead', () => undefined)
    for (const body of runBodies(batch(2), started(0))) journal.append(body)
    journal.close()
    const { out } = await runCli(['status', 'x'], dead)
    expect(out).toMatch(/^Interrupted: its runner is gone/)
    expect(out).toMatch(/⊘ 1\.0 Task 0 {2}interrupted/)
    expect(out).toMatch(/· 1\.1 Task 1 {2}queued/)
    expect(out).toMatch(/\nNext: parallel-tasks resume x\n$/)
  })
})

describe('cancel of a run whose runner was killed', () => {
  it('says what ends the processes it may have left', async () => {
    const other = await makeFolder({ 'x/tasks.md': '- [ ] 1.1 One\n  - **Run**: `true`\n' })
    expect((await runCli(['run', 'x', '--executor', 'shell'], other)).code).toBe(0)
    const runs = join(other, 'x/.parallel-tasks/runs')
    const journal = join(runs, (await readdir(runs))[0] ?? '', 'events.ndjson')
    const lines = (await readFile(journal, 'utf8')).split('\n')
    await writeFile(journal, `${lines.slice(0, 3).join('\n')}\n`)
    const { code, out } = await runCli(['cancel', 'x'], other)
    expect(code).toBe(0)
    expect(out).toMatch(/^Nothing runs here\.\nThe runner of the last run is gone\..*parallel-tasks resume x\n$/)
  })
})

describe('logs', () => {
  it.each(['1.1', '#0', '0'])('prints the output of task %s', async (name) => {
    const { code, out } = await runCli(['logs', 'x', '--task', name], folder)
    expect(code).toBe(0)
    expect(out).toContain('hello from one\n')
  })

  it('ends --follow at once when the task is over', async () => {
    expect((await runCli(['logs', 'x', '--task', '1.2', '--follow'], folder)).out).toContain('it broke\n')
  })

  it('names the tasks of the run when there is no such task, and the attempts that are not there', async () => {
    const { code, err } = await runCli(['logs', 'x', '--task', '9.9'], folder)
    expect({ code, err }).toEqual({
      code: 2,
      err: 'parallel-tasks: The newest run has no task "9.9". It has 1.1, 1.2.\n',
    })
    expect((await runCli(['logs', 'x', '--task', '1.1', '--attempt', '5'], folder)).err).toMatch(/has no attempt 5/)
  })
})

describe('merge', () => {
  it('writes nothing through a link that leads out of the workspace', async () => {
    const outside = join(await makeFolder({ 'notes.md': 'mine\n' }), 'notes.md')
    const there = await makeFolder({ 'x/tasks.md': tasks, 'x/.progress-task-0.md': '## Learnings\n- one\n' })
    await symlink(outside, join(there, 'x', '.progress.md'))
    const { code, err } = await runCli(['merge', 'x'], there)
    expect([code, err]).toEqual([2, expect.stringContaining('leads out of the workspace through a symbolic link')])
    expect(readFileSync(outside, 'utf8')).toBe('mine\n')
  })

  it('leaves the notes of a failed task alone, and merges others once', async () => {
    await writeFile(join(folder, 'x/.progress-task-1.md'), '## Learnings\n- two\n')
    await writeFile(join(folder, 'x/.progress-task-2.md'), '## Learnings\n- three\n')
    const first = await runCli(['merge', 'x'], folder)
    expect(first.code).toBe(0)
    expect(first.out).toBe(
      'Left alone: .progress-task-1.md, its task did not succeed (failed)\nMerged .progress-task-2.md\n',
    )
    expect(existsSync(join(folder, 'x/.progress-task-1.md'))).toBe(true)
    const after = readFileSync(join(folder, 'x/.progress.md'), 'utf8')
    expect(after).toContain('- one\n- three\n')
    expect(after).not.toContain('- two')
    expect(existsSync(join(folder, 'x/.progress-task-2.md'))).toBe(false)
    const before = await snapshot(folder)
    expect((await runCli(['merge', 'x'], folder)).out).toContain('Nothing to merge.')
    expect(await snapshot(folder)).toEqual(before)
  })

  it('keeps a torn file and tells whose learnings are missing', async () => {
    await writeFile(join(folder, 'never/.progress-task-1.md'), '## Compl')
    const { code, err } = await runCli(['merge', 'never'], folder)
    expect(code).toBe(0)
    expect(err).toMatch(
      /\.progress-task-1\.md has no Completed Tasks and no Learnings: add what task 1\.2 Fail loudly learned/,
    )
    expect(existsSync(join(folder, 'never/.progress-task-1.md'))).toBe(true)
  })
})

describe('cancel', () => {
  it('is content when nothing runs', async () => {
    expect(await runCli(['cancel', 'x'], folder)).toEqual({ code: 0, out: 'Nothing runs here.\n', err: '' })
  })
})

describe('doctor', () => {
  it('lists executors and findings as JSON', async () => {
    const { code, out } = await runCli(['doctor', 'x', '--json'], folder)
    expect(code).toBe(0)
    const report = readJson<{ executors: { name: string }[]; findings: { topic: string; level: string }[] }>(out)
    expect(report.executors.map((executor) => executor.name)).toEqual(
      expect.arrayContaining(['shell', 'verify', 'claude', 'codex']),
    )
    expect(report.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ topic: 'git', level: 'warning' }),
        expect.objectContaining({ topic: 'spec', level: 'ok' }),
      ]),
    )
  })

  it('says that nobody is there to carry out tasks without commands', async () => {
    const prose = await makeFolder({ 'tasks.md': '# Tasks\n\n- [x] 1.1 Done\n- [ ] 1.2 Think\n' })
    const { code, out } = await runCli(['doctor', '.'], prose, { env: { PATH: '/nowhere' } })
    expect(code).toBe(1)
    expect(out).toMatch(/✗ No coding agent was found \(looked for claude, /)
    expect(out).toMatch(/1 thing would stop a run\.\n$/)

    const mixed = await makeFolder({ 'tasks.md': '# Tasks\n\n- [ ] 1.1 Think\n- [ ] 1.2 Do\n  - **Run**: `true`\n' })
    const other = await runCli(['doctor', '.'], mixed, { env: { PATH: '/nowhere' } })
    expect(other.code).toBe(0)
    expect(other.out).toMatch(/! No coding agent was found/)
  })

  it('finds an own executor by its path and asks it for its version', async () => {
    const own = await makeFolder({
      'config.json': `{"executors": {"mine": {"command": ${JSON.stringify(process.execPath)}}}}`,
    })
    const { out } = await runCli(['doctor', '--json', '--config', 'config.json'], own)
    const mine = readJson<{ executors: { name: string }[] }>(out).executors.find((executor) => executor.name === 'mine')
    expect(mine).toMatchObject({
      kind: 'own',
      installed: true,
      program: process.execPath,
      version: process.version,
      isAuto: false,
    })
  })

  it('ends with exit code 1 when something would stop a run, and says what', async () => {
    const broken = await makeFolder({ 'tasks.md': tasks, '.ralph-state.json': '[]' })
    const { code, out } = await runCli(['doctor', '.'], broken)
    expect(code).toBe(1)
    expect(out).toMatch(/✗ \.ralph-state\.json is no valid state file/)
    expect(out).toMatch(/1 thing would stop a run\.\n$/)
  })
})
