import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
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
export const tasks = `# Tasks

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
  readonly uncommitted: string
  readonly results: unknown
  readonly taskIndex: unknown
  readonly leftFiles: readonly string[]
  readonly orphans: number
}

export async function endState(workspace: Workspace): Promise<EndState> {
  const state = JSON.parse(workspace.read('specs/demo/.ralph-state.json')) as Record<string, unknown>
  const rows = await listProcesses(true)
  return {
    tasks: workspace.read('specs/demo/tasks.md'),
    notes: workspace.read('specs/demo/.progress.md'),
    commits: workspace.subjects().map((subject) => `${subject}: ${workspace.filesOf(subject).join(' ')}`),
    uncommitted: workspace.git('status', '--porcelain').trim(),
    results: state['taskResults'],
    taskIndex: state['taskIndex'],
    leftFiles: readdirSync(workspace.specDir).filter((name) => /progress-task|\.tmp/.test(name)),
    orphans: rows.filter((row) => row.environment.includes(`PARALLEL_TASKS_SPEC=${workspace.specDir}`)).length,
  }
}

/** A program that runs a spec and can be killed. */
export interface CrashingRunner {
  /** Runs to the end, or until it is killed after that many events or milliseconds. Tells the exit code, null when killed. */
  run(
    workspace: Workspace,
    mode: 'run' | 'resume',
    kill: { events?: number; ms?: number },
  ): Promise<{ code: number | null; output: string }>
  remove(): void
}

export async function buildCrashingRunner(): Promise<CrashingRunner> {
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
    run: (workspace, mode, kill) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [outfile, mode, workspace.file, workspace.root, String(kill.events ?? 0)])
        let output = ''
        child.stdout.on('data', (chunk) => (output += String(chunk)))
        child.stderr.on('data', (chunk) => (output += String(chunk)))
        const timer = kill.ms === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), kill.ms)
        child.once('exit', (code) => {
          clearTimeout(timer)
          resolve({ code, output })
        })
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Goes on after a kill, until the run is over: `resume`, or `run` when the kill came before there was a run. */
export async function recover(runner: CrashingRunner, workspace: Workspace): Promise<number | null> {
  const runs = join(workspace.specDir, '.parallel-tasks', 'runs')
  const begun = existsSync(runs) && readdirSync(runs).some((name) => journalOf(workspace, name) !== undefined)
  const { code } = await runner.run(workspace, begun ? 'resume' : 'run', {})
  return code
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
