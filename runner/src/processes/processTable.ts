import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'

/** One process of the system as this program sees it. */
export interface ProcessRow {
  readonly pid: number
  readonly parent: number
  readonly group: number
  /** Its environment as far as it may be read, entries parted by NUL or blanks; '' when it may not. */
  readonly environment: string
}

/** All processes that are there now, zombies left out. With the environment only when asked for: it costs a read each. */
export function listProcesses(withEnvironment: boolean): Promise<readonly ProcessRow[]> {
  return process.platform === 'linux' ? Promise.resolve(listProc(withEnvironment)) : listPs(withEnvironment)
}

/** These files are in memory: to read them at once is a few times faster than to ask other threads. */
function listProc(withEnvironment: boolean): readonly ProcessRow[] {
  const names = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return names.map((name) => readProc(Number(name), withEnvironment)).filter((row) => row !== undefined)
}

function readProc(pid: number, withEnvironment: boolean): ProcessRow | undefined {
  const stat = readText(`/proc/${pid}/stat`)
  const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (stat === '' || state === 'Z' || state === 'X') return undefined
  const environment = withEnvironment ? readText(`/proc/${pid}/environ`) : ''
  return { pid, parent: Number(parent), group: Number(group), environment }
}

/** '' for what is gone or may not be read. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** macOS and the BSDs: `-E` puts the environment of the user's own processes behind the command. */
async function listPs(withEnvironment: boolean): Promise<readonly ProcessRow[]> {
  const flags = withEnvironment ? '-axwwE' : '-ax'
  const options = { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, LC_ALL: 'C' } }
  const { stdout } = await promisify(execFile)('ps', [flags, '-o', 'pid=,ppid=,pgid=,stat=,command='], options)
  return stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s?(.*)$/.exec(line)
    if (match === null || match[4]?.startsWith('Z') === true) return []
    return [{ pid: Number(match[1]), parent: Number(match[2]), group: Number(match[3]), environment: match[5] ?? '' }]
  })
}
