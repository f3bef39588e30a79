import { execFile, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** What a git command came to. `code` is null when git could not be started or was ended. */
export interface GitResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface GitCall {
  readonly cwd: string
  /** Text for its standard input; '' when left out. */
  readonly input?: string
  /** True for commands that only look: they take no lock of git's. */
  readonly readOnly?: boolean
}

const longest = 10 * 60_000

/**
 * Runs git without a shell, without prompts and in plain English. Never rejects.
 * It has a process group of its own, so that a Ctrl+C or a hang-up meant for the run does not cut a commit short.
 * It collects no garbage in between. Variables that point git at another repository (set inside hooks) are left out.
 */
export function git(args: readonly string[], call: GitCall): Promise<GitResult> {
  const child = spawn('git', ['--literal-pathspecs', '-c', 'gc.auto=0', ...args], {
    cwd: call.cwd,
    env: gitEnvironment(call.readOnly ?? false),
    timeout: longest,
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(call.input ?? '')
  return Promise.all([ended, textOf(child.stdout), textOf(child.stderr)]).then(([code, stdout, stderr]) => ({
    code,
    stdout,
    stderr,
  }))
}

async function textOf(stream: Readable): Promise<string> {
  return text(stream).catch(() => '')
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
