import { randomBytes } from 'node:crypto'

/** A new run id: the time in UTC down to the millisecond, so that ids sort by time, and four random digits. */
export function newRunId(now: Date): string {
  const time = now.toISOString().replaceAll(/[-:.Z]/g, '')
  return `${time}-${randomBytes(2).toString('hex')}`
}
