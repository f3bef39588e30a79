import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { foldRun } from '#core/run/fold'
import type { RunState } from '#core/run/runState'
import { readJournal } from '../../runner/src/files/journal'
import { readJournalText } from '../../runner/src/files/journalLine'
import { listProcesses } from '../../runner/src/processes/processTable'
import { makeWorkspace, type Workspace } from '../acceptance/workspace'

const creates = (
  id: string,
  marker: string,
  name: string,
  notes: '>' | '>>',
): string => `- [ ] ${id} ${marker}Create ${name}
  - **Do**: Create it
  - **Run**: \`echo ${name} > ${name}.txt; printf '## Completed Tasks\\n- [x] ${id} Create ${name}\\n\\n## Learnings\\n- about ${name}\\n' ${notes} "$PARALLEL_TASKS_PROGRESS_FILE"\`
  - **Files**: \`${name}.txt\`
  - **Done when**: it is there
  - **Verify**: \`test -f ${name}.txt\`
  - **Commit**: \`feat: ${name}\`
`

/** A group of three, a checkpoint, a single task, a group of two. */
const tasks = `# Tasks

## Phase 1

${creates('1.1', '[P] ', 'a', '>')}${creates('1.2', '[P] ', 'b', '>')}${creates('1.3', '[P] ', 'c', '>')}
- [ ] 1.4 [VERIFY] Checkpoint
  - **Do**: Look
  - **Verify**: \`test -f a.txt && test -f c.txt\`
  - **Done when**: all is there
  - **Commit**: None

${creates('1.5', '', 'd', '>>')}${creates('1.6', '[P] ', 'e', '>')}${creates('1.7', '[P] ', 'f', '>')}`

/** What matters of a workspace when everything is over. */
export interface EndState {
  readonly tasks: string
  readonly notes: string
  readonly commits: readonly string[]
  /** Indices of the tasks whose commit the journal knows. */
  readonly noted: readonly number[]
  readonly uncommitted: string
  readonly results: unknown
  readonly taskIndex: unknown
  readonly leftFiles: readonly string[]
  /** Worktrees that are left although no work would be lost with them, and branches without a worktree. */
  readonly strayWorktrees: readonly string[]
  readonly orphans: number
}

export async function endState(workspace: Workspace): Promise<EndState> {
  const state = JSON.parse(workspace.read('specs/demo/.ralph-state.json')) as Record<string, unknown>
  const rows = await listProcesses(true)
  return {
    tasks: workspace.read('specs/demo/tasks.md'),
    notes: workspace.read('specs/demo/.progress.md'),
    commits: workspace.subjects().map((subject) => `${subject}: ${workspace.filesOf(subject).join(' ')}`),
    noted: [...(newestState(workspace)?.tasks.values() ?? [])].flatMap((task) =>
      task.commit === null ? [] : [task.index],
    ),
    uncommitted: workspace.git('status', '--porcelain').trim(),
    results: state['taskResults'],
    taskIndex: state['taskIndex'],
    leftFiles: readdirSync(workspace.specDir).filter((name) => /progress-task|\.tmp/.test(name)),
    strayWorktrees: strayWorktrees(workspace),
    orphans: rows.filter((row) => row.environment.includes(`PARALLEL_TASKS_SPEC=${workspace.specDir}`)).length,
  }
}

/** A program that runs a spec and can be killed. */
export interface CrashingRunner {
  /** Starts it. With `events` it kills itself after that many of them. */
  start(workspace: Workspace, mode: 'run' | 'resume', events?: number): RunningRunner
  remove(): void
}

export interface RunningRunner {
  kill(signal: NodeJS.Signals): void
  /** The exit code is null when it was killed. */
  readonly exited: Promise<{ readonly code: number | null; readonly output: string }>
}

export async function buildCrashingRunner(isolation: 'shared' | 'worktree'): Promise<CrashingRunner> {
  const folder = mkdtempSync(join(tmpdir(), 'pt-faults-'))
  const outfile = join(folder, 'runner.cjs')
  await build({
    entryPoints: ['test/faults/crashingRunner.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  })
  return {
    start(workspace, mode, events = 0) {
      const child = spawn(process.execPath, [outfile, mode, workspace.file, workspace.root, String(events), isolation])
      let output = ''
      child.stdout.on('data', (chunk) => (output += String(chunk)))
      child.stderr.on('data', (chunk) => (output += String(chunk)))
      const exited = new Promise<{ code: number | null; output: string }>((resolve) =>
        child.once('close', (code) => resolve({ code, output })),
      )
      return { kill: (signal) => void child.kill(signal), exited }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Runs to the end, or until it is killed after that many events or milliseconds. */
export async function runAndKill(
  runner: CrashingRunner,
  workspace: Workspace,
  kill: { readonly events?: number; readonly ms?: number },
): Promise<{ readonly code: number | null; readonly output: string }> {
  const running = runner.start(workspace, 'run', kill.events)
  const timer = kill.ms === undefined ? undefined : setTimeout(() => running.kill('SIGKILL'), kill.ms)
  const end = await running.exited
  clearTimeout(timer)
  return end
}

/** Goes on after a kill, to the end or to a kill of its own: `resume`, or `run` when the kill came before there was a run. */
export async function recover(
  runner: CrashingRunner,
  workspace: Workspace,
  killAfterMs?: number,
): Promise<number | null> {
  const runs = join(workspace.specDir, '.parallel-tasks', 'runs')
  const begun = existsSync(runs) && readdirSync(runs).some((name) => journalOf(workspace, name) !== undefined)
  const running = runner.start(workspace, begun ? 'resume' : 'run')
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => running.kill('SIGKILL'), killAfterMs)
  const { code } = await running.exited
  clearTimeout(timer)
  return code
}

/** What an attempt has done in its worktree is kept when it was interrupted: its file, or commits on its branch. */
function strayWorktrees(workspace: Workspace): string[] {
  const attempts = [...(newestState(workspace)?.tasks.values() ?? [])].flatMap((task) =>
    task.attempts.map((attempt) => ({ ...attempt, name: `${task.index}.${attempt.attempt}` })),
  )
  const branches = lines(workspace.git('branch', '--format=%(refname:short)')).filter((name) => name !== 'main')
  return branches.filter((branch) => {
    const attempt = attempts.find(({ name }) => branch.endsWith(`/${name}`))
    if (attempt?.verdict !== 'interrupted' || attempt.worktree === null || !existsSync(attempt.worktree)) return true
    const changed = workspace.git('-C', attempt.worktree, 'status', '--porcelain', '--untracked-files=all')
    const own = lines(workspace.git('log', '--format=%s', branch)).some((subject) => subject.startsWith('Work of task'))
    return changed === '' && !own
  })
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

function newestState(workspace: Workspace): RunState | undefined {
  const runs = join(workspace.specDir, '.parallel-tasks', 'runs')
  return foldRun(readJournal(join(runs, readdirSync(runs).sort().at(-1) ?? '')).events)
}

/** Tears the last line of the newest journal: what it tells was done, but not noted down. */
export function tearLastLine(workspace: Workspace): void {
  const runs = join(workspace.specDir, '.parallel-tasks', 'runs')
  const path = join(runs, readdirSync(runs).sort().at(-1) ?? '', 'events.ndjson')
  const bytes = readFileSync(path)
  const start = bytes.lastIndexOf(10, bytes.length - 2) + 1
  truncateSync(path, start + Math.floor((bytes.length - start) / 2))
}

function journalOf(workspace: Workspace, runId: string): string | undefined {
  const path = join(workspace.specDir, '.parallel-tasks', 'runs', runId, 'events.ndjson')
  return existsSync(path) && readJournalText(readFileSync(path)).events.length > 0 ? path : undefined
}

export function newWorkspace(): Workspace {
  return makeWorkspace(tasks)
}
