import { execFile } from 'node:child_process'

/** Most that git may answer, in bytes. */
const most = 20 * 1024 * 1024

/** Output of git; '' when it fails. Takes no locks that a run could be waiting for. */
export function git(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' }
    execFile('git', [...args], { cwd, env, windowsHide: true, maxBuffer: most }, (error, stdout) =>
      resolve(error === null ? stdout : ''),
    )
  })
}
