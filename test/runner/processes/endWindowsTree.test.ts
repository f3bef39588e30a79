import { expect, test } from 'vitest'
import { endWindowsTree, readWindowsRows, type WindowsRow } from '../../../runner/src/processes/endWindowsTree'

const row = (pid: number, parent: number, start = pid * 1000): WindowsRow => ({ pid, parent, start: String(start) })

/** A Windows on which `taskkill` ends what it is told to, but for the stubborn. */
function system(rows: readonly WindowsRow[], stubborn: readonly number[] = []) {
  let now = rows
  const calls: string[] = []
  return {
    calls,
    left: () => now.map(({ pid }) => pid),
    listProcesses: () => Promise.resolve(now),
    run: (program: string, args: readonly string[]) => {
      calls.push([program, ...args].join(' '))
      const wanted = args.flatMap((arg, at) => (args[at - 1] === '/PID' ? [Number(arg)] : []))
      now = now.filter(({ pid }) => !wanted.includes(pid) || stubborn.includes(pid))
      return stubborn.length > 0 ? Promise.reject(new Error('Access is denied.')) : Promise.resolve()
    },
  }
}

const root = { pid: 10, start: '10000' }

test('the process and all below it are ended with taskkill /T /F, nothing else is touched', async () => {
  const windows = system([row(4, 0), row(10, 4), row(11, 10), row(12, 11), row(20, 4)])
  expect(await endWindowsTree(root, 1, windows)).toEqual([])
  expect(windows.calls).toEqual(['taskkill /PID 10 /PID 11 /PID 12 /T /F'])
  expect(windows.left()).toEqual([4, 20])
})

test('children of a process that is gone are found by its number', async () => {
  const windows = system([row(11, 10), row(12, 11)])
  expect(await endWindowsTree(root, 1, windows)).toEqual([])
  expect(windows.calls).toEqual(['taskkill /PID 11 /PID 12 /T /F'])
})

test('a process that has the number now is never hit, nor what is older than the root', async () => {
  const reused = system([row(10, 4, 99_000), row(11, 10, 99_500)])
  expect(await endWindowsTree(root, 1, reused)).toEqual([])
  const older = system([row(10, 4), row(9, 10, 500)])
  expect(await endWindowsTree(root, 1, older)).toEqual([])
  expect([reused.left(), older.left()]).toEqual([[10, 11], [9]])
})

test('the start is the same although one source tells it more exactly than the other', async () => {
  const windows = system([row(10, 4, 10_000)])
  expect(await endWindowsTree({ pid: 10, start: '10007' }, 1, windows)).toEqual([])
  expect(windows.left()).toEqual([])
})

test('what will not go is told', async () => {
  const windows = system([row(10, 4), row(11, 10)], [11])
  expect(await endWindowsTree(root, 1, windows)).toEqual([{ pid: 11, start: '11000' }])
})

test('a tree that is gone costs no taskkill', async () => {
  const windows = system([row(20, 4)])
  expect(await endWindowsTree(root, 1, windows)).toEqual([])
  expect(windows.calls).toEqual([])
})

test('the table of PowerShell is read line by line', () => {
  expect(readWindowsRows('4 0 133000000000000000\r\n10 4 133000000000000001\r\n\r\nWARNING: no\r\n')).toEqual([
    { pid: 4, parent: 0, start: '133000000000000000' },
    { pid: 10, parent: 4, start: '133000000000000001' },
  ])
})
