import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'

/** How to start the headless program. */
export interface RunnerProgram {
  /** The Node (or Electron) executable. */
  readonly node: string
  /** Absolute path of the bundled runner. */
  readonly script: string
  readonly env: NodeJS.ProcessEnv
}

/** A runner that was started and goes its own way. */
export interface RunnerProcess {
  readonly pid: number
  /** How it ended; pending while it runs. Never rejects. */
  readonly exited: Promise<RunnerExit>
}

/** How a runner ended. `code` is null when a signal ended it. */
export interface RunnerExit {
  readonly code: number | null
  /** What it wrote to standard error. */
  readonly stderr: string
}

/**
 * Starts a runner as a process of its own: detached, with its errors in a file and no pipe to this process,
 * so that it lives on when this one goes. Rejects when it cannot be started.
 */
export async function startRunner(
  program: RunnerProgram,
  args: readonly string[],
  cwd: string,
  errorFile: string,
): Promise<RunnerProcess> {
  const errors = openSync(errorFile, 'w', 0o600)
  try {
    const child = spawn(program.node, [program.script, ...args], {
      cwd,
      env: runnerEnvironment(program.env),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'ignore', errors],
    })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const exited = ended.then(async (code) => ({ code, stderr: await takeFile(errorFile) }))
    const pid = await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('spawn', () => resolve(child.pid ?? -1))
    })
    child.unref()
    return { pid, exited }
  } finally {
    closeSync(errors)
  }
}

/** Reads a file and removes it; '' when it cannot be read. */
async function takeFile(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  await rm(file, { force: true }).catch(() => {})
  return text
}

/** The editor's own variables are no business of agents; the rest is the user's environment. */
export function runnerEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(
    ([name]) => !name.startsWith('VSCODE_') && name !== 'ELECTRON_NO_ATTACH_CONSOLE',
  )
  return { ...Object.fromEntries(own), ELECTRON_RUN_AS_NODE: '1' }
}
