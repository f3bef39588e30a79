import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import type { JournalEvent } from '#core/generated/journalEvent'
import { listProcesses } from '../../../runner/src/processes/processTable'
import { UserError } from '../../../runner/src/userError'
import { drive } from '../../acceptance/drive'
import { temporaryFolder } from '../../acceptance/temporaryFolder'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'

/** Runs a workspace until there is no room left for a single byte, from an event of this kind on; tells the reason it gave. */
type RunOutOfRoom = (workspace: Workspace, kind: JournalEvent['kind']) => Promise<string>

/** A small file system, to be filled up; undefined where this user may not mount one. */
const disk = mountSmall()
afterAll(() => {
  if (disk !== undefined) execFileSync('umount', ['-l', disk])
})

function mountSmall(): string | undefined {
  const folder = temporaryFolder('disk')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'none', folder], { stdio: 'ignore' })
    return folder
  } catch {
    return undefined
  }
}

const onSmallDisk: RunOutOfRoom = (workspace, kind) => {
  let isFull = false
  const onEvent = (event: JournalEvent): void => {
    if (event.kind !== kind || isFull) return
    isFull = true
    fill(filler())
  }
  return drive(workspace, { onEvent }).then(
    (driven) => driven.state?.reason ?? 'nothing went wrong',
    (error: unknown) => (error instanceof UserError ? error.message : String(error)),
  )
}

function filler(): string {
  return join(disk ?? '', 'filler')
}

function fill(path: string): void {
  for (const size of [65_536, 4096, 1])
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size))
    } catch {
      // Full.
    }
}

/** Any user may limit the size of files, and so leave no room for more: needs no file system of its own. */
const withFileLimit: RunOutOfRoom = async (workspace, kind) => {
  const program = join(temporaryFolder('limited'), 'runner.cjs')
  await build({
    entryPoints: ['test/runner/coordinator/limitedRunner.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  })
  const child = spawnSync(process.execPath, [program, workspace.file, workspace.root, kind], { encoding: 'utf8' })
  return child.stdout + child.stderr
}

const task = (id: string, name: string): string =>
  `- [ ] ${id} [P] Task ${id}\n  - **Run**: \`sleep 0.1; printf '## Completed Tasks\\n- [x] ${id} done\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"; echo ${name} > ${name}.txt\`\n  - **Files**: \`${name}.txt\`\n  - **Commit**: \`feat: ${name}\`\n`

function workspaceAt(root: string): Workspace {
  const specDir = join(root, 'specs', 'demo')
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' })
  return {
    ...makeWorkspace(''),
    root,
    specDir,
    file: join(specDir, 'tasks.md'),
    git,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    subjects: () => git('log', '--reverse', '--format=%s').trim().split('\n').slice(1),
  }
}

const moments = [
  'runStarted',
  'batchStarted',
  'attemptStarting',
  'attemptStarted',
  'attemptEnded',
  'finishStarted',
  'progressMerged',
  'taskTicked',
  'taskCommitted',
] as const

/** On the small disk there is room for this workspace alone. */
function moveToDisk(made: Workspace): Workspace {
  const root = join(disk ?? '', 'work')
  rmSync(root, { recursive: true, force: true })
  cpSync(made.root, root, { recursive: true })
  rmSync(join(root, '.git', 'hooks'), { recursive: true, force: true })
  return workspaceAt(root)
}

async function losesNothing(workspace: Workspace, said: string, makeRoom: () => void): Promise<void> {
  expect(said).toMatch(/disk is full|[Nn]o space left|cannot be written/)
  expect(said).not.toMatch(/internal error/)
  const left = (await listProcesses(true)).filter((row) =>
    row.environment.includes(`PARALLEL_TASKS_SPEC=${workspace.specDir}`),
  )
  expect(left).toEqual([])

  makeRoom()
  const resumed = await drive(workspace, { mode: 'resume' })
  // An executor that found no room for its own files has failed, as with any other error.
  const after = resumed.exitCode === 1 ? await drive(workspace, { mode: 'retry' }) : resumed
  expect({ code: after.exitCode, reason: after.state?.reason }).toEqual({ code: 0, reason: null })
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\]/gm)).toEqual(['- [x]', '- [x]'])
  expect(workspace.read('specs/demo/.progress.md').match(/^- .*$/gm)).toEqual(['- [x] 1.1 done', '- [x] 1.2 done'])
  expect(workspace.subjects()).toEqual(['feat: a', 'feat: b'])
  expect(workspace.git('status', '--porcelain').trim()).toBe('?? specs/demo/.ralph-state.json')
}

const tasks = `# Tasks\n\n${task('1.1', 'a')}${task('1.2', 'b')}`

test.runIf(disk !== undefined).each(moments)(
  'a disk that is full after %s stops the run with a sentence; nothing is lost, and resume does the rest',
  async (kind) => {
    const workspace = moveToDisk(makeWorkspace(tasks))
    const makeRoom = (): void => rmSync(filler(), { force: true })
    onTestFinished(makeRoom)
    await losesNothing(workspace, await onSmallDisk(workspace, kind), makeRoom)
  },
)

test.runIf(process.platform === 'linux').each(moments)(
  'a limit for files that is reached after %s does no more harm than a full disk',
  async (kind) => {
    const workspace = makeWorkspace(tasks)
    // The limit kills git, which leaves its lock behind; a person is told to delete it.
    const makeRoom = (): void => rmSync(join(workspace.root, '.git', 'index.lock'), { force: true })
    await losesNothing(workspace, await withFileLimit(workspace, kind), makeRoom)
  },
)
