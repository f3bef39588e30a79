import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drive } from '../../acceptance/drive'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'
import { runCli } from '../commands/runCli'

const task = (id: string, name: string): string =>
  `- [ ] ${id} [P] Task ${id}\n  - **Run**: \`echo ${name} > ${name}.txt; printf '## Completed Tasks\\n- [x] ${id} done\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"\`\n  - **Files**: \`${name}.txt\`\n  - **Commit**: \`feat: ${name}\`\n`

const runsOf = (workspace: Workspace): string => join(workspace.specDir, '.parallel-tasks', 'runs')

/** A whole run whose journal was cut off before its end, as a killed runner leaves it, and then changed. */
async function damaged(change: (lines: readonly string[]) => readonly string[]): Promise<Workspace> {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1', 'a')}${task('1.2', 'b')}`)
  await drive(workspace)
  const path = join(runsOf(workspace), readdirSync(runsOf(workspace))[0] ?? '', 'events.ndjson')
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  writeFileSync(path, `${change(lines.slice(0, -2)).join('\n')}\n`)
  return workspace
}

test.each([
  'runStarted',
  'attemptStarting',
  'attemptEnded',
  'finishStarted',
  'progressMerged',
  'taskTicked',
  'taskCommitted',
])('a journal with a spoilt %s is gone on with: nothing is lost, nothing stands there twice', async (kind) => {
  const spoil = (lines: readonly string[]): readonly string[] => {
    const at = lines.findIndex((line) => line.includes(`"kind":"${kind}"`))
    return lines.map((line, number) => (number === at ? line.slice(0, line.length / 2) + '\0'.repeat(20) : line))
  }
  const workspace = await damaged(spoil)
  const result = await drive(workspace, { mode: 'resume' })
  expect(result.exitCode).toBe(0)
  expect(result.state?.warnings.map(({ code }) => code)).toContain('journal-damaged')
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\]/gm)).toEqual(['- [x]', '- [x]'])
  expect(workspace.read('specs/demo/.progress.md').match(/^- .*$/gm)).toEqual(['- [x] 1.1 done', '- [x] 1.2 done'])
  expect(workspace.subjects()).toEqual(['feat: a', 'feat: b'])
  expect(workspace.git('status', '--porcelain').trim()).toBe('?? specs/demo/.ralph-state.json')
})

test('a journal whose first line is gone gets it back and loses no other', async () => {
  const workspace = await damaged((lines) => lines.slice(1))
  const [folder = ''] = readdirSync(runsOf(workspace))
  const path = join(runsOf(workspace), folder, 'events.ndjson')
  const kept = readFileSync(path, 'utf8')
  expect((await drive(workspace, { mode: 'resume' })).exitCode).toBe(0)
  const [first, ...others] = readFileSync(path, 'utf8').split(/(?<=\n)/)
  expect(first).toContain('"kind":"runStarted"')
  expect(others.join('')).toContain(kept)
})

test.each(['run', 'resume', 'retry'] as const)(
  'of a run that has lost its start for good %s says so, and takes no older one for it',
  async (mode) => {
    const workspace = await damaged((lines) => ['spoilt', ...lines.slice(1)])
    const newest = join(runsOf(workspace), '20991122T100000000-aaaa')
    renameSync(join(runsOf(workspace), readdirSync(runsOf(workspace))[0] ?? ''), newest)
    rmSync(join(newest, 'start.ndjson'))
    const older = await damaged((lines) => lines)
    cpSync(runsOf(older), runsOf(workspace), { recursive: true })
    await expect(drive(workspace, { mode })).rejects.toThrow(
      `The first line of ${join(newest, 'events.ndjson')} is spoilt`,
    )
    const status = await runCli(['status', 'specs/demo'], workspace.root)
    expect(status.code).toBe(2)
    expect(status.err).toContain(`move ${newest} away`)
    renameSync(newest, join(workspace.root, 'away'))
    expect((await runCli(['status', 'specs/demo'], workspace.root)).code).toBe(0)
  },
)

test.each([
  ['an empty journal', (folder: string) => writeFileSync(join(folder, 'events.ndjson'), '')],
  ['no journal', (folder: string) => rmSync(join(folder, 'events.ndjson'))],
  [
    'a journal of nothing but zeros',
    (folder: string) => writeFileSync(join(folder, 'events.ndjson'), Buffer.alloc(4096)),
  ],
])('a run with %s is no run: resume says so, and a new one begins', async (_what, spoil) => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1', 'a')}`)
  const folder = join(runsOf(workspace), '20261122T100000000-aaaa')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'events.ndjson'), 'x')
  spoil(folder)
  await expect(drive(workspace, { mode: 'resume' })).rejects.toThrow(
    /There is no run of .* to resume; begin one with run/,
  )
  expect((await drive(workspace)).exitCode).toBe(0)
  expect(workspace.subjects()).toEqual(['feat: a'])
})
