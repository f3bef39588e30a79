import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { createAliveCheck, startOf } from '../../../client/src/runs/processAlive'
import { ownIdentity } from '../../../runner/src/processes/identity'

it('tells the start of a process in the same words as the runner', async () => {
  expect(await startOf(process.pid)).toBe(ownIdentity().start)
})

it('takes a process for alive only with its own start time', async () => {
  const isAlive = createAliveCheck()
  const { pid, start } = ownIdentity()
  expect(await isAlive(pid, start)).toBe(true)
  expect(await isAlive(pid, 'another boot:1')).toBe(false)
})

it('takes a process that has ended for gone', async () => {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' })
  const pid = child.pid ?? -1
  const start = (await startOf(pid)) ?? ''
  await once(child, 'exit')
  expect(await createAliveCheck()(pid, start)).toBe(false)
})
