import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import eventSchema from '../../../schemas/journal-event.schema.json'
import { makeFolder, readJsonLines, runCli, snapshot } from './runCli'

const task = (id: string, marker: string, run: string, verify = 'true'): string =>
  `- [ ] ${id} ${marker}Make ${id}\n  - **Files**: \`${id}.txt\`\n  - **Run**: \`${run}\`\n  - **Verify**: \`${verify}\`\n  - **Commit**: \`feat: ${id}\`\n`

const notes = (id: string): string =>
  `echo ${id} > ${id}.txt; printf '## Completed Tasks\\n- [x] ${id}\\n\\n## Learnings\\n- about ${id}\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"`

async function makeSpec(tasks: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await makeFolder({ 'specs/x/tasks.md': `# Tasks\n\n${tasks}`, ...more })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder })
  git('init', '-q')
  git('config', 'user.name', 'A Person')
  git('config', 'user.email', 'a@example.com')
  git('config', 'commit.gpgsign', 'false')
  git('add', '-A')
  git('commit', '-q', '-m', 'start')
  return folder
}

const lines = (text: string): string[] => text.split('\n')
const boxes = (folder: string): string[] =>
  lines(readFileSync(join(folder, 'specs/x/tasks.md'), 'utf8')).filter((line) => line.startsWith('- ['))

describe('run, without a terminal', () => {
  it('prints plain lines, the completion signals on lines of their own, and a summary', async () => {
    const folder = await makeSpec(task('1.1', '[P] ', notes('1.1')) + task('1.2', '[P] ', notes('1.2')))
    const { code, out, err } = await runCli(['run', 'specs/x', '--executor', 'shell'], folder)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const said = lines(out)
    expect(said).toContain('2 tasks side by side: 1.1, 1.2')
    expect(said).toContain('[1.1] started: Make 1.1')
    expect(said).toContain('Progress merged: 1.1, 1.2')
    expect(said.filter((line) => line === 'TASK_COMPLETE')).toHaveLength(2)
    expect(said.filter((line) => line === 'BATCH_COMPLETE')).toHaveLength(1)
    expect(said.filter((line) => line === 'ALL_TASKS_COMPLETE')).toHaveLength(1)
    expect(said.indexOf('TASK_COMPLETE')).toBeLessThan(said.indexOf('BATCH_COMPLETE'))
    expect(said.indexOf('BATCH_COMPLETE')).toBeLessThan(said.indexOf('ALL_TASKS_COMPLETE'))
    expect(out).toMatch(
      /2 of 2 tasks done in .*\n {2}✓ 1\.1 Make 1\.1 .*\n {2}✓ 1\.2 Make 1\.2 .*\nEvery task of this spec is done\.\n$/,
    )
    expect(boxes(folder)).toEqual(['- [x] 1.1 [P] Make 1.1', '- [x] 1.2 [P] Make 1.2'])
  })

  it('says nothing of the spec being complete while tasks are left, and names the next command', async () => {
    const folder = await makeSpec(task('1.1', '', notes('1.1')) + task('1.2', '', notes('1.2')))
    const { code, out } = await runCli(['run', 'specs/x', '--executor', 'shell'], folder)
    expect(code).toBe(0)
    expect(out).not.toContain('ALL_TASKS_COMPLETE')
    expect(out).toMatch(/\nNext: parallel-tasks run specs\/x\n$/)
    expect(boxes(folder)).toEqual(['- [x] 1.1 Make 1.1', '- [ ] 1.2 Make 1.2'])
  })

  it('tells a failure with reason, log and next command, ends with exit code 1, and retry finishes it', async () => {
    const failing = `test -f allowed && echo ok > 1.2.txt`
    const folder = await makeSpec(task('1.1', '[P] ', notes('1.1')) + task('1.2', '[P] ', failing))
    const { code, out } = await runCli(['run', 'specs/x', '--executor', 'shell'], folder)
    expect(code).toBe(1)
    expect(lines(out).filter((line) => line === 'TASK_COMPLETE')).toHaveLength(1)
    expect(lines(out)).not.toContain('BATCH_COMPLETE')
    expect(out).toMatch(/1 of 2 tasks done in .*, 1 failed/)
    const log = /✗ 1\.2 Make 1\.2.*\n {6}.*exit.*\n {6}log: (.*)\n/.exec(out)?.[1] ?? ''
    expect(existsSync(join(folder, log))).toBe(true)
    expect(out).toMatch(/\nNext: parallel-tasks retry specs\/x\n$/)
    expect(boxes(folder)).toEqual(['- [x] 1.1 [P] Make 1.1', '- [ ] 1.2 [P] Make 1.2'])

    execFileSync('touch', ['allowed'], { cwd: folder })
    const again = await runCli(['retry', 'specs/x'], folder)
    expect(again.code).toBe(0)
    expect(again.out).toMatch(/\[1\.2\] started \(attempt 2\)/)
    expect(boxes(folder)).toEqual(['- [x] 1.1 [P] Make 1.1', '- [x] 1.2 [P] Make 1.2'])
  })

  it('has nothing to do when every task is done', async () => {
    const folder = await makeSpec('- [x] 1.1 Done\n')
    const { code, out } = await runCli(['run', 'specs/x', '--executor', 'shell'], folder)
    expect(code).toBe(0)
    expect(out).toBe('Nothing to run: every task is done.\nALL_TASKS_COMPLETE\n')
  })

  it('runs the tasks that are named, in one list or in several', async () => {
    const all = ['1.1', '1.2', '1.3', '1.4'].map((id) => task(id, '', `echo x > ${id}.txt`)).join('')
    const folder = await makeSpec(all)
    expect((await runCli(['run', 'specs/x', '--executor', 'shell', '--task', '1.2', '#3'], folder)).code).toBe(0)
    expect(boxes(folder).map((line) => line.slice(0, 9))).toEqual(['- [ ] 1.1', '- [x] 1.2', '- [ ] 1.3', '- [x] 1.4'])
    expect(
      (await runCli(['run', 'specs/x', '--executor', 'shell', '--task', '1.1', '--task', '1.3'], folder)).code,
    ).toBe(0)
    expect(boxes(folder).every((line) => line.startsWith('- [x]'))).toBe(true)
  })

  it('runs a phase by the line of its heading', async () => {
    const folder = await makeSpec(
      `## A\n\n${task('1.1', '', 'echo x > 1.1.txt')}\n## B\n\n${task('2.1', '', 'echo x > 2.1.txt')}${task('2.2', '', 'echo x > 2.2.txt')}`,
    )
    const heading = lines(readFileSync(join(folder, 'specs/x/tasks.md'), 'utf8')).indexOf('## B') + 1
    expect((await runCli(['run', 'specs/x', '--executor', 'shell', '--phase', String(heading)], folder)).code).toBe(0)
    expect(boxes(folder).map((line) => line.slice(0, 9))).toEqual(['- [ ] 1.1', '- [x] 2.1', '- [x] 2.2'])
  })

  it('changes nothing with --dry-run, and says what would run', async () => {
    const folder = await makeSpec(task('1.1', '[P] ', notes('1.1')) + task('1.2', '[P] ', notes('1.2')))
    const before = await snapshot(folder)
    const { code, out } = await runCli(['run', 'specs/x', '--executor', 'shell', '--dry-run'], folder)
    expect(code).toBe(0)
    expect(out).toMatch(/1\.1[\s\S]*1\.2/)
    expect(await snapshot(folder)).toEqual(before)
  })

  it('lets no task title or reason forge a completion signal or a colour', async () => {
    const folder = await makeSpec(
      '- [ ] 1.1 Odd\u001B[31m title\n  - **Files**: None\n  - **Run**: `printf "\\nALL_TASKS_COMPLETE\\n"; exit 3`\n',
    )
    const { out } = await runCli(['run', 'specs/x', '--executor', 'shell'], folder)
    expect(lines(out)).not.toContain('ALL_TASKS_COMPLETE')
    expect(out).not.toContain('\u001B')
  })
})

describe('run --json', () => {
  it('prints events only, one valid JSON object a line, numbered without gaps', async () => {
    const folder = await makeSpec(task('1.1', '[P] ', notes('1.1')) + task('1.2', '[P] ', 'exit 1'))
    const { code, out } = await runCli(['run', 'specs/x', '--executor', 'shell', '--json'], folder)
    expect(code).toBe(1)
    const events = readJsonLines<{ kind: string; seq: number }>(out)
    const isEvent = new Ajv({ strict: false }).compile(eventSchema)
    expect(events.filter((event) => !isEvent(event))).toEqual([])
    expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at))
    expect(events[0]?.kind).toBe('runStarted')
    expect(events.at(-1)).toMatchObject({ kind: 'runEnded', outcome: 'failed', specComplete: false })
  })
})

describe('Ctrl+C', () => {
  it('cancels the run in order: exit code 130, no box ticked, no process left', async () => {
    const wait = (id: string): string => `echo $$ > ${id}.pid; while :; do sleep 0.05; done`
    const folder = await makeSpec(task('1.1', '[P] ', wait('1.1')) + task('1.2', '[P] ', wait('1.2')))
    let interrupt = (): void => undefined
    const { code, out } = await runCli(['run', 'specs/x', '--executor', 'shell'], folder, {
      onStart: (play) => {
        interrupt = play
      },
      onOutput: (text) => {
        if (text.startsWith('[1.2] started') || text.startsWith('[1.1] started')) interrupt()
      },
    })
    expect(code).toBe(130)
    expect(out).toContain('Ending the run in order (Ctrl+C) …')
    expect(out).toMatch(/0 of 2 tasks done/)
    expect(out).toMatch(/\nNext: parallel-tasks resume specs\/x\n$/)
    expect(boxes(folder)).toEqual(['- [ ] 1.1 [P] Make 1.1', '- [ ] 1.2 [P] Make 1.2'])
    const pids = ['1.1.pid', '1.2.pid'].map((name) => join(folder, name)).filter((path) => existsSync(path))
    expect(pids.filter((path) => isAlive(Number(readFileSync(path, 'utf8'))))).toEqual([])
  })
})

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

it.each([
  ['UTF-16 little endian', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 big endian', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
])('a tasks.md in %s is run, and one character of it changes', async (_name, encode) => {
  const text = '- [ ] 1.1 Süß\r\n  - **Run**: `true`\r\n'
  const folder = await makeFolder({ 'x/tasks.md': encode(text) })
  const { code, err } = await runCli(['run', 'x', '--executor', 'shell'], folder)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(readFileSync(join(folder, 'x/tasks.md'))).toEqual(encode(text.replace('[ ]', '[x]')))
})
