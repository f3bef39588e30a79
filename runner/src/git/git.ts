import { execFile } from 'node:child_process'

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
 * It collects no garbage in between. Variables that point git at another repository (set inside hooks) are left out.
 */
export function git(args: readonly string[], call: GitCall): Promise<GitResult> {
  const options = {
    cwd: call.cwd,
    env: gitEnvironment(call.readOnly ?? false),
    maxBuffer: 256 * 1024 * 1024,
    timeout: longest,
  }
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      ['--literal-pathspecs', '-c', 'gc.auto=0', ...args],
      options,
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
        resolve({ code, stdout, stderr })
      },
    )
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(call.input ?? '')
  })
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
