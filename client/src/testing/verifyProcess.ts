import { execFile, spawn } from 'node:child_process'
import type { VerifyEvent } from '#core/wire/verifyEvents'
import type { RunnerProgram } from '../runs/runnerProcess'
import { runnerEnvironment } from '../runs/runnerProcess'

/** How `parallel-tasks verify` ended. */
export interface VerifyEnd {
  readonly code: number | null
  /** What it wrote to standard error. */
  readonly stderr: string
}

/** A way to hear that something is not wanted any more. */
export interface StopSignal {
  readonly isCancellationRequested: boolean
  readonly onCancellationRequested: (listener: () => void) => { dispose(): unknown }
}

/**
 * Runs `parallel-tasks verify --json` and tells each of its events. A stop ends it in order: it ends its commands with
 * everything they started. It depends on this process: when nobody reads it any more, it ends by itself. Never rejects.
 */
export function runVerifyProcess(
  program: RunnerProgram,
  order: { readonly args: readonly string[]; readonly cwd: string; readonly stop: StopSignal },
  onEvent: (event: VerifyEvent) => void,
): Promise<VerifyEnd> {
  return new Promise((resolve) => {
    const child = spawn(program.node, [program.script, 'verify', ...order.args, '--json'], {
      cwd: order.cwd,
      env: runnerEnvironment(program.env),
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let rest = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const event = readEvent(line)
        if (event !== undefined) onEvent(event)
      }
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const stop = (): void => {
      if (process.platform !== 'win32') child.kill('SIGTERM')
      // A signal to a process of Windows ends it alone and at once.
      else if (child.pid !== undefined) execFile('taskkill', ['/PID', String(child.pid), '/T', '/F'], () => undefined)
    }
    const listener = order.stop.onCancellationRequested(stop)
    if (order.stop.isCancellationRequested) stop()
    const end = (code: number | null, problem = ''): void => {
      listener.dispose()
      resolve({ code, stderr: stderr + problem })
    }
    child.once('error', (error) => end(null, error.message))
    child.once('close', (code) => end(code))
  })
}

/** The other end is our own runner; a line that is no JSON object is left out. */
function readEvent(line: string): VerifyEvent | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isEvent(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isEvent(value: unknown): value is VerifyEvent {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
}
