import { execFile } from 'node:child_process'
import type { RunnerProgram } from './runnerProcess'
import { runnerEnvironment } from './runnerProcess'

/** How a short use of the headless program ended. */
export interface RunnerAnswer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the headless program to its end, 30 s at most, and gives what it printed. Never rejects. */
export function askRunner(program: RunnerProgram, args: readonly string[], cwd: string): Promise<RunnerAnswer> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: runnerEnvironment(program.env),
      timeout: 30_000,
      windowsHide: true,
      maxBuffer: 16 * 1024 * 1024,
    }
    execFile(program.node, [program.script, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
      resolve({ code, stdout, stderr: stderr === '' && error !== null ? error.message : stderr })
    })
  })
}
