import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
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
  return process.platform === 'linux' ? listProc(withEnvironment) : listPs(withEnvironment)
}

async function listProc(withEnvironment: boolean): Promise<readonly ProcessRow[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const rows = await Promise.all(names.map((name) => readProc(Number(name), withEnvironment)))
  return rows.filter((row) => row !== undefined)
}

async function readProc(pid: number, withEnvironment: boolean): Promise<ProcessRow | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1')
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (state === 'Z' || state === 'X') return undefined
    const environment = withEnvironment ? await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '') : ''
    return { pid, parent: Number(parent), group: Number(group), environment }
  } catch {
    return undefined
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
