import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { JournalEvent } from '#core/generated/journalEvent'
import { listProcesses } from '../../../runner/src/processes/processTable'
import { UserError } from '../../../runner/src/userError'
import { drive, type Driven } from '../../acceptance/drive'
import { temporaryFolder } from '../../acceptance/temporaryFolder'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'

/** A file system of its own that is small enough to be filled; undefined where none may be mounted. */
function smallDisk(): string | undefined {
  const folder = temporaryFolder('disk')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'none', folder], { stdio: 'ignore' })
    return folder
  } catch {
    return undefined
  }
}

const disk = smallDisk()
afterAll(() => {
  if (disk !== undefined) execFileSync('umount', ['-l', disk])
})

const task = (id: string, name: string): string =>
  `- [ ] ${id} [P] Task ${id}\n  - **Run**: \`sleep 0.1; printf '## Completed Tasks\\n- [x] ${id} done\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"; echo ${name} > ${name}.txt\`\n  - **Files**: \`${name}.txt\`\n  - **Commit**: \`feat: ${name}\`\n`

let workspace: Workspace
let filler: string
beforeEach(() => {
  if (disk === undefined) return
  const made = makeWorkspace(`# Tasks\n\n${task('1.1', 'a')}${task('1.2', 'b')}`)
  const root = join(disk, 'work')
  rmSync(root, { recursive: true, force: true })
  cpSync(made.root, root, { recursive: true })
  rmSync(join(root, '.git', 'hooks'), { recursive: true, force: true })
  filler = join(disk, 'filler')
  rmSync(filler, { force: true })
  const specDir = join(root, 'specs', 'demo')
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' })
  workspace = {
    ...made,
    root,
    specDir,
    file: join(specDir, 'tasks.md'),
    git,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    subjects: () => git('log', '--reverse', '--format=%s').trim().split('\n').slice(1),
  }
})

function fill(): void {
  mkdirSync(join(filler, '..'), { recursive: true })
  for (const size of [65_536, 4096, 1])
    try {
      for (;;) appendFileSync(filler, Buffer.alloc(size))
    } catch {
      // Full.
    }
}

function runOn(kind: JournalEvent['kind']): Promise<Driven> {
  let done = false
  return drive(workspace, {
    onEvent: (event) => {
      if (event.kind !== kind || done) return
      done = true
      fill()
    },
  })
}

test
  .runIf(disk !== undefined)
  .each([
    'runStarted',
    'batchStarted',
    'attemptStarting',
    'attemptStarted',
    'attemptEnded',
    'finishStarted',
    'progressMerged',
    'taskTicked',
    'taskCommitted',
  ] as const)(
  'a disk that is full after %s stops the run with a sentence; nothing is lost, and resume does the rest',
  async (kind) => {
    const said = await runOn(kind).then(
      (driven) => driven.state?.reason ?? 'nothing went wrong',
      (error: unknown) => (error instanceof UserError ? error.message : String(error)),
    )
    expect(said).toMatch(/disk is full|[Nn]o space left|cannot be written/)
    expect(said).not.toMatch(/internal error/)
    const left = (await listProcesses(true)).filter((row) =>
      row.environment.includes(`PARALLEL_TASKS_SPEC=${workspace.specDir}`),
    )
    expect(left).toEqual([])

    rmSync(filler)
    const resumed = await drive(workspace, { mode: 'resume' })
    // An executor that found no room for its own files has failed, as with any other error.
    const after =
      resumed.state?.reason?.includes('exited with code') === true ? await drive(workspace, { mode: 'retry' }) : resumed
    expect({ code: after.exitCode, reason: after.state?.reason }).toEqual({ code: 0, reason: null })
    expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\]/gm)).toEqual(['- [x]', '- [x]'])
    expect(workspace.read('specs/demo/.progress.md').match(/^- .*$/gm)).toEqual(['- [x] 1.1 done', '- [x] 1.2 done'])
    expect(workspace.subjects()).toEqual(['feat: a', 'feat: b'])
    expect(workspace.git('status', '--porcelain').trim()).toBe('?? specs/demo/.ralph-state.json')
  },
)
