import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import type { LockInfo } from '#core/run/lock'
import { dropDeadLock, removeDeadDrafts } from '../../../runner/src/files/deadLock'
import { lockHolder, tryLock } from '../../../runner/src/files/lock'
import { temporaryFolder } from '../../acceptance/temporaryFolder'
import { ownIdentity } from '../../../runner/src/processes/identity'

function folder(): string {
  return temporaryFolder('lock')
}

function info(change: Partial<LockInfo> = {}): LockInfo {
  const { pid, start } = ownIdentity()
  return {
    pid,
    pidStart: start,
    host: hostname(),
    user: 'me',
    runId: 'r1',
    socket: null,
    startedAt: '2026-11-22T00:00:00Z',
    ...change,
  }
}

test('a free lock is taken, a second taker is told who holds it, and it is gone when given back', () => {
  const path = join(folder(), 'lock')
  const first = tryLock(path, info())
  expect(first).toMatchObject({ kind: 'taken', from: undefined })
  expect(tryLock(path, info({ runId: 'r2' }))).toMatchObject({ kind: 'held', by: { runId: 'r1', user: 'me' } })
  if (first.kind === 'taken') first.lock.release()
  expect(existsSync(path)).toBe(false)
  expect(lockHolder(path)).toBeUndefined()
})

test.each([
  ['a process that is gone', { pid: 2 ** 22 - 1, pidStart: 'x' }],
  ['a process whose number another one has now', { pid: process.pid, pidStart: 'another boot:1' }],
])('the lock of %s is taken over', (_what, change) => {
  const path = join(folder(), 'lock')
  writeFileSync(path, JSON.stringify(info(change)))
  expect(tryLock(path, info({ runId: 'r2' }))).toMatchObject({ kind: 'taken', from: { runId: 'r1' } })
  expect(lockHolder(path)?.runId).toBe('r2')
})

test('a taker that died before a word of it was on the disk bars nobody', () => {
  const path = join(folder(), 'lock')
  const dead = JSON.stringify(info({ pid: 2 ** 22 - 1, pidStart: 'x' }))
  writeFileSync(path, dead)
  writeFileSync(`${path}.takeover-${hashOf(dead)}`, '')
  expect(tryLock(path, info({ runId: 'r2' })).kind).toBe('taken')
})

test('the lock of another host is respected: nobody can tell whether its owner lives', () => {
  const path = join(folder(), 'lock')
  writeFileSync(path, JSON.stringify(info({ host: 'elsewhere.invalid', pid: 1, pidStart: 'x' })))
  expect(tryLock(path, info())).toMatchObject({ kind: 'held', by: { host: 'elsewhere.invalid' } })
})

test('giving back a lock that somebody else has taken over leaves it alone', () => {
  const path = join(folder(), 'lock')
  const first = tryLock(path, info())
  writeFileSync(path, JSON.stringify(info({ runId: 'other' })))
  if (first.kind === 'taken') first.lock.release()
  expect(readFileSync(path, 'utf8')).toContain('other')
})

test(
  'of many processes that take over a dead lock at once exactly one wins, time after time',
  { timeout: 120_000 },
  async () => {
    const base = folder()
    const outfile = join(base, 'taker.cjs')
    await build({
      stdin: {
        contents: `
        import { tryLock } from './runner/src/files/lock'
        import { ownIdentity } from './runner/src/processes/identity'
        import { hostname } from 'node:os'
        import { existsSync } from 'node:fs'
        const [path, go] = process.argv.slice(2)
        const { pid, start } = ownIdentity()
        process.stdout.write('ready ')
        while (!existsSync(go)) { /* all at once */ }
        const attempt = tryLock(path, { pid, pidStart: start, host: hostname(), user: '', runId: String(pid), socket: null, startedAt: '' })
        process.stdout.write(attempt.kind + '.')
        process.stdin.resume()`,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent',
    })
    for (let round = 0; round < 3; round++) {
      const path = join(base, `lock-${round}`)
      const dead = JSON.stringify(info({ pid: 2 ** 22 - 1, pidStart: `dead ${round}` }))
      if (round > 0) writeFileSync(path, dead)
      // A taker that was killed half way has left its right behind.
      if (round > 1) writeFileSync(`${path}.takeover-${hashOf(dead)}`, JSON.stringify({ pid: 2 ** 22 - 1, start: 'x' }))
      const go = join(base, `go-${round}`)
      const takers = Array.from({ length: 6 }, () => startTaker(outfile, path, go))
      await Promise.all(takers.map((taker) => taker.said('ready')))
      writeFileSync(go, '')
      const kinds = await Promise.all(takers.map((taker) => taker.said('.')))
      for (const taker of takers) taker.end()
      expect(kinds.filter((said) => said.includes('taken'))).toHaveLength(1)
      expect(kinds.filter((said) => said.includes('held'))).toHaveLength(5)
    }
    expect(readdirSync(base).filter((name) => /tmp|takeover/.test(name))).toEqual([])
  },
)

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** A process that tries for a lock and lives until it is told to end. */
function startTaker(program: string, path: string, go: string) {
  const child = spawn(process.execPath, [program, path, go], { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  return {
    end: () => child.stdin.end(),
    said: (text: string) =>
      new Promise<string>((resolve) => {
        child.stdout.on('data', () => (output.includes(text) ? resolve(output) : undefined))
        if (output.includes(text)) resolve(output)
      }),
  }
}

test('the lock of a dead owner is dropped, with the drafts of dead writers; those of the living stay', () => {
  const base = folder()
  const path = join(base, 'lock')
  writeFileSync(path, JSON.stringify(info({ pid: 2 ** 22 - 1, pidStart: 'x' })))
  writeFileSync(`${path}.${2 ** 22 - 1}.0badc0de.tmp`, 'draft')
  writeFileSync(`${path}.takeover-abc.${2 ** 22 - 1}.0badc0de.tmp`, 'draft')
  writeFileSync(`${path}.${process.pid}.0badc0de.tmp`, 'draft')
  writeFileSync(join(base, 'lock.txt'), 'mine')
  removeDeadDrafts(path)
  dropDeadLock(path, info())
  expect(readdirSync(base).sort()).toEqual([`lock.${process.pid}.0badc0de.tmp`, 'lock.txt'])
  writeFileSync(path, JSON.stringify(info()))
  dropDeadLock(path, info({ runId: 'r2' }))
  expect(lockHolder(path)?.runId).toBe('r1')
})

test.each(['', '{', '[]', '\0\0\0'])('a lock file that says nothing readable (%j) belongs to nobody', (text) => {
  const path = join(folder(), 'lock')
  writeFileSync(path, text)
  expect(lockHolder(path)).toBeUndefined()
  expect(tryLock(path, info({ runId: 'r2' }))).toMatchObject({ kind: 'taken', from: undefined })
  expect(lockHolder(path)?.runId).toBe('r2')
})

test('a folder where the lock should be is told, with what to do', () => {
  const path = join(folder(), 'lock')
  mkdirSync(path)
  expect(() => lockHolder(path)).toThrow(/The lock .* cannot be read .* move it away/)
  expect(() => tryLock(path, info())).toThrow(/cannot be read/)
})

test('below a file there is no lock', () => {
  const path = join(folder(), 'file')
  writeFileSync(path, '')
  expect(lockHolder(join(path, 'lock'))).toBeUndefined()
})
