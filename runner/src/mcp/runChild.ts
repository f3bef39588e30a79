import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { join } from 'node:path'
import type { JournalEvent } from '#core/generated/journalEvent'
import { foldEvent } from '#core/run/fold'
import type { RunState } from '#core/run/runState'
import { sendControl } from '../control/client'
import { UserError } from '../userError'

/** A run that is wanted. */
export interface RunWish {
  /** Absolute path of the tasks document. */
  readonly file: string
  readonly flags: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** Folder of the bundled program. */
  readonly programDir: string
  /** False: it is enough that the run has begun. */
  readonly wait: boolean
  /** Aborting ends the run in order. */
  readonly signal: AbortSignal
  readonly onState: (state: RunState) => void
}

/**
 * Starts a runner as a process of its own and folds its events until it is over. It outlives this server: its
 * executors write into files, and it does not mind that nobody reads it any more. Undefined when there was nothing to
 * run; throws a `UserError` with the runner's own words when it would not begin.
 */
export function runChild(wish: RunWish): Promise<RunState | undefined> {
  const script = join(wish.programDir, 'runner.js')
  const child = spawn(process.execPath, [script, 'run', wish.file, ...wish.flags, '--json'], {
    cwd: wish.cwd,
    env: wish.env,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // This server may end while the run goes on.
  child.unref()
  for (const stream of [child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref()
  return new Promise((resolve, reject) => {
    let state: RunState | undefined
    let rest = ''
    let stderr = ''
    let isTold = false
    const end = (): void => {
      // On Windows a signal would end the runner alone, and at once.
      const socket = process.platform === 'win32' ? (state?.socket ?? null) : null
      if (socket === null) child.kill('SIGINT')
      else sendControl(socket, { kind: 'cancel', index: null }).catch(() => undefined)
    }
    if (wish.signal.aborted) end()
    wish.signal.addEventListener('abort', end)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const event = readEvent(line)
        if (event === undefined) continue
        state = foldEvent(state, event)
        if (state !== undefined && !isTold) wish.onState(state)
        if (wish.wait || event.kind !== 'batchStarted') continue
        isTold = true
        resolve(state)
      }
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.once('error', (error) => reject(new UserError(`The runner could not be started: ${error.message}.`)))
    child.once('close', (code) => {
      wish.signal.removeEventListener('abort', end)
      if (state !== undefined || code === 0) resolve(state)
      else
        reject(new UserError(lastWords(stderr) ?? `The runner ended with code ${code ?? 'unknown'} before it began.`))
    })
  })
}

function lastWords(stderr: string): string | undefined {
  return (
    stderr
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^parallel-tasks: /, '') || undefined
  )
}

/** The other end is this program itself; a line that is no event is left out. */
function readEvent(line: string): JournalEvent | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isEvent(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isEvent(value: unknown): value is JournalEvent {
  return typeof value === 'object' && value !== null && 'kind' in value && 'seq' in value
}
