import { execFile, spawn, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { endTree } from '../processes/endTree'
import { startOf } from '../processes/identity'

/** What a git command came to. `code` is null when git could not be started or was ended. */
export interface GitResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Why git was ended by this program: it took too long, or longer than somebody who cancelled waits. */
  readonly ended: 'late' | 'cancelled' | null
}

/** How git is called. */
export interface GitCall {
  readonly cwd: string
  /** Text for its standard input; '' when left out. */
  readonly input?: string
  /** True for commands that only look: they take no lock of git's. */
  readonly readOnly?: boolean
  /** Longest time in milliseconds; `longestGit` when left out. */
  readonly limitMs?: number
  /** How long git may go on once somebody has cancelled; to its end when left out. */
  readonly patience?: Patience
}

/** How long something may go on once the signal is aborted, in milliseconds. */
export interface Patience {
  readonly signal: AbortSignal
  readonly graceMs: number
}

/** Longest time of a git command, its hooks included, in milliseconds. */
export const longestGit = 10 * 60_000

/** How long is waited for the rest of the output once git is over: what a hook left running keeps the pipe open. */
const restMs = 500

const endTiming = { killGraceMs: 5000, goneMs: 5000 }

/**
 * Runs git without a shell, without prompts and in plain English. Never rejects.
 * It has a process group of its own, so that a Ctrl+C or a hang-up meant for the run does not cut a commit short;
 * when it has to be ended, its hooks go with it.
 * It collects no garbage in between. Variables that point git at another repository (set inside hooks) are left out.
 */
export async function git(args: readonly string[], call: GitCall): Promise<GitResult> {
  const child = spawn('git', ['--literal-pathspecs', '-c', 'gc.auto=0', ...args], {
    cwd: call.cwd,
    env: gitEnvironment(call.readOnly ?? false),
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  let failure = ''
  const over = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      failure = `git could not be started in ${call.cwd} (${error.message})`
      resolve(null)
    })
    child.once('close', resolve)
  })
  child.once('exit', () => setTimeout(() => [child.stdout, child.stderr].map((pipe) => pipe.destroy()), restMs).unref())
  child.stdin.on('error', () => undefined)
  child.stdin.end(call.input ?? '')
  const clock = watchClock(child, call)
  const code = await over
  return { code, stdout: stdout(), stderr: failure + stderr(), ended: await clock.stop() }
}

/** Ends git, and all below it, when its time is up. `stop` tells whether that was so, once all of it is gone. */
function watchClock(child: ChildProcess, { limitMs, patience }: GitCall): { stop(): Promise<GitResult['ended']> } {
  let ended: GitResult['ended'] = null
  let gone: Promise<unknown> = Promise.resolve()
  const end = (why: 'late' | 'cancelled'): void => {
    const { pid } = child
    const start = pid === undefined ? undefined : startOf(pid)
    if (ended !== null || pid === undefined || start === undefined) return
    ended = why
    gone = endTree({ root: { pid, start }, variables: {} }, endTiming)
  }
  let timer = setTimeout(end, limitMs ?? longestGit, 'late')
  const hurry = (): void => {
    clearTimeout(timer)
    timer = setTimeout(end, patience?.graceMs, 'cancelled')
  }
  if (patience?.signal.aborted === true) hurry()
  else patience?.signal.addEventListener('abort', hurry, { once: true })
  return {
    async stop() {
      clearTimeout(timer)
      patience?.signal.removeEventListener('abort', hurry)
      await gone
      return ended
    },
  }
}

/** Collects what a stream says; the result gives what has come so far. */
function collect(stream: Readable): () => string {
  let said = ''
  stream.setEncoding('utf8')
  stream.on('data', (piece: string) => (said += piece))
  stream.on('error', () => undefined)
  return () => said
}

/** The standard output of a git command as bytes; undefined when it fails. */
export function gitBytes(args: readonly string[], cwd: string): Promise<Buffer | undefined> {
  const options = { cwd, env: gitEnvironment(true), maxBuffer: 1024 * 1024 * 1024, encoding: 'buffer' } as const
  return new Promise((resolve) => {
    execFile('git', [...args], options, (error, stdout) => resolve(error === null ? stdout : undefined))
  })
}

const misleading = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_OBJECT_DIRECTORY',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
])

function gitEnvironment(readOnly: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !misleading.has(name))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_EDITOR: 'true',
    ...(readOnly ? { GIT_OPTIONAL_LOCKS: '0' } : {}),
  }
}
