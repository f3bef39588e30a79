import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { hasCode } from '../files/errorCode'
import { startOf, type ProcessIdentity } from './identity'

/** A process to be made. Nothing goes through a shell. */
export interface LaunchPlan {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** File that is its standard input, or null for an empty one. */
  readonly input: string | null
  /** Files that its output is appended to; the same path twice is one file. */
  readonly output: string
  readonly errors: string
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null
  readonly signal: string | null
}

/** What came of making a process. `exited` never rejects. */
export type Launched =
  | { readonly ok: true; readonly process: ProcessIdentity; readonly exited: Promise<Exit> }
  | { readonly ok: false; readonly error: string }

/**
 * Makes a process in a group of its own, its output straight into files: it needs nobody who reads,
 * and lives on when this program dies.
 */
export async function launch(plan: LaunchPlan): Promise<Launched> {
  const input = plan.input === null ? 'ignore' : openSync(plan.input, 'r')
  const output = openSync(plan.output, 'a')
  const errors = plan.errors === plan.output ? output : openSync(plan.errors, 'a')
  try {
    const child = spawn(...commandLine(plan), {
      cwd: plan.cwd,
      env: plan.env,
      stdio: [input, output, errors],
      detached: true,
      windowsHide: true,
      windowsVerbatimArguments: isBatch(plan.program),
    })
    return await started(child)
  } catch (error) {
    return { ok: false, error: messageOf(error) }
  } finally {
    for (const fd of new Set([input, output, errors])) if (typeof fd === 'number') closeSync(fd)
  }
}

function started(child: ChildProcess): Promise<Launched> {
  const exited = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, error: messageOf(error) }))
    child.once('spawn', () => {
      const pid = child.pid ?? -1
      // A process that is over already has no start time to read, and no other one ever has this one.
      resolve({ ok: true, process: { pid, start: startOf(pid) ?? 'over' }, exited })
    })
  })
}

/** Windows starts `.cmd` files only through its command interpreter; the arguments are those of the settings. */
function commandLine(plan: LaunchPlan): [string, string[]] {
  if (!isBatch(plan.program)) return [plan.program, [...plan.args]]
  const quoted = [plan.program, ...plan.args].map((part) => `"${part.replaceAll('"', '""')}"`).join(' ')
  return ['cmd.exe', ['/d', '/s', '/c', `"${quoted}"`]]
}

function isBatch(program: string): boolean {
  return process.platform === 'win32' && /\.(cmd|bat)$/i.test(program)
}

function messageOf(error: unknown): string {
  if (hasCode(error, 'ENOENT')) return 'the program or its working folder is not there'
  if (hasCode(error, 'EACCES')) return 'it may not be executed'
  if (hasCode(error, 'E2BIG')) return 'its arguments are too long'
  return error instanceof Error ? error.message : String(error)
}
