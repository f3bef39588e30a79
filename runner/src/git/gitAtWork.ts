import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { hasCode } from '../files/errorCode'

/** The git processes that work below a folder now; undefined on a system that does not tell. */
export function gitAtWork(folder: string): readonly number[] | undefined {
  if (process.platform !== 'linux') return undefined
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => isGit(pid) && isBelow(folder, pid)).map(Number)
}

function isGit(pid: string): boolean {
  try {
    return /^git(-|$)/.test(readFileSync(`/proc/${pid}/comm`, 'utf8').trim())
  } catch {
    return false
  }
}

/** A process of another user, whose folder may not be read, counts: it may be at work here. */
function isBelow(folder: string, pid: string): boolean {
  try {
    const place = readlinkSync(`/proc/${pid}/cwd`)
    return place === folder || place.startsWith(`${folder}/`)
  } catch (error) {
    return hasCode(error, 'EACCES', 'EPERM')
  }
}
