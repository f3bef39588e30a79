import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { createLogTail } from '../../../client/src/terminals/logTail'

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'log-tail-')), 'task.log')
})

it('gives nothing for a log that is not there', async () => {
  expect(await createLogTail(file, 100).read()).toEqual({ text: '', skipped: 0 })
})

it('gives what came since, also half a line', async () => {
  const tail = createLogTail(file, 100)
  writeFileSync(file, 'one\ntw')
  expect((await tail.read()).text).toBe('one\ntw')
  appendFileSync(file, 'o\n')
  expect((await tail.read()).text).toBe('o\n')
})

it('puts a character together that came in two pieces', async () => {
  const tail = createLogTail(file, 100)
  const bytes = Buffer.from('é\n')
  writeFileSync(file, bytes.subarray(0, 1))
  expect((await tail.read()).text).toBe('')
  appendFileSync(file, bytes.subarray(1))
  expect((await tail.read()).text).toBe('é\n')
})

it('leaves out all but the newest whole lines when there is more than the limit', async () => {
  const tail = createLogTail(file, 10)
  writeFileSync(file, 'first line\nsecond\nthird\n')
  expect(await tail.read()).toEqual({ text: 'third\n', skipped: 14 })
})
