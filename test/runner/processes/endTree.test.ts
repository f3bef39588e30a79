import { spawn, type ChildProcess } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { endTree } from '../../../runner/src/processes/endTree'
import { isAlive, ownIdentity, startOf, type ProcessIdentity } from '../../../runner/src/processes/identity'
import { findTree } from '../../../runner/src/processes/tree'

const timing = { killGraceMs: 200, goneMs: 5000 }

/** A process of its own group that prints the pid of its child and waits. */
async function family(script: string, env: NodeJS.ProcessEnv = {}): Promise<readonly ProcessIdentity[]> {
  const child: ChildProcess = spawn('sh', ['-c', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], ...env },
  })
  const said = await new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data))))
  const identities = [child.pid ?? -1, Number(said)].map((pid) => ({ pid, start: startOf(pid) ?? '' }))
  onTestFinished(() => {
    for (const identity of identities) if (isAlive(identity)) process.kill(identity.pid, 'SIGKILL')
  })
  return identities
}

test.runIf(process.platform !== 'win32')('a child that ignores TERM goes with its parent', async () => {
  const [root, child] = await family(`sh -c 'trap "" TERM; echo $$; while :; do sleep 1; done' & wait`)
  expect(await endTree({ root, variables: {} }, timing)).toEqual([])
  expect([root, child].map((identity) => identity !== undefined && isAlive(identity))).toEqual([false, false])
})

test.runIf(process.platform === 'linux')(
  'one that left the group and lost its parent is found by its variables',
  async () => {
    const [root, child] = await family(`setsid sh -c 'echo $$; exec sleep 600' & exit 0`, { PT_TEST_MARK: 'here' })
    while (root !== undefined && isAlive(root)) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(child !== undefined && isAlive(child)).toBe(true)
    expect(await endTree({ root, variables: { PT_TEST_MARK: 'here' } }, timing)).toEqual([])
    expect(child !== undefined && isAlive(child)).toBe(false)
  },
)

test.runIf(process.platform === 'linux')('a number that another process has now leads to nobody', async () => {
  const [root, child] = await family(`sh -c 'echo $$; exec sleep 600' & wait`)
  const pid = root?.pid ?? -1
  const boot = root?.start.split(':')[0]
  for (const start of [`${boot}:1`, 'another0:123', 'over'])
    expect(await findTree({ root: { pid, start }, variables: {} })).toEqual([])
  expect(await endTree({ root: { pid, start: `${boot}:1` }, variables: {} }, timing)).toEqual([])
  expect([root, child].map((identity) => identity !== undefined && isAlive(identity))).toEqual([true, true])
})

test('this program is never among those to be ended', async () => {
  const found = await findTree({ root: ownIdentity(), variables: {} })
  expect(found.map(({ pid }) => pid)).not.toContain(process.pid)
})
