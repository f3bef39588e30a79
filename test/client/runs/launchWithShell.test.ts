import { describe, expect, it } from 'vitest'
import type { RunOrder } from '../../../client/src/runs/launch'
import { RunRefused } from '../../../client/src/runs/launch'
import { AgentMissing, launchWithShell } from '../../../client/src/runs/launchWithShell'
import type { RunView } from '../../../client/src/runs/runView'
import { runStarted } from '../journalFixture'
import { viewAfter } from '../viewFixture'

const order: RunOrder = { command: 'run', file: '/work/specs/demo/tasks.md', flags: ['--group', '#0'] }
const withShell = [...order.flags, '--executor', 'shell']

describe('a run where nobody has chosen an executor', () => {
  it('starts as it is where an agent is there', async () => {
    expect(await starts({ agent: true, shell: true })).toEqual([order.flags])
  })

  it('takes the shell where no agent is installed', async () => {
    expect(await starts({ agent: false, shell: true })).toEqual([order.flags, withShell])
  })

  it('says that an agent is missing, and for which task, where the shell cannot take it either', async () => {
    const refused = starts({ agent: false, shell: false })
    await expect(refused).rejects.toThrow(AgentMissing)
    await expect(refused).rejects.toThrow('and without one: 1.2 has no Run field')
  })

  it('passes on any other refusal', async () => {
    const refused = launchWithShell(
      order,
      () => Promise.reject(new RunRefused('A merge is under way.', 2)),
      () => Promise.resolve(false),
    )
    await expect(refused).rejects.toThrow(new RunRefused('A merge is under way.', 2))
  })

  it('is not tried again when there is nothing to do', async () => {
    const nothing = new RunRefused('The runner ended with code 0 before it began.', 0)
    const refused = launchWithShell(
      order,
      () => Promise.reject(nothing),
      () => Promise.resolve(true),
    )
    await expect(refused).rejects.toBe(nothing)
  })

  it.each(['resume', 'retry'] as const)('does not %s with the shell what an agent has begun', async (command) => {
    const refusal = new RunRefused('No coding agent was found.', 2)
    const tried: RunOrder[] = []
    const launch = (one: RunOrder): Promise<RunView> => {
      tried.push(one)
      return Promise.reject(refusal)
    }
    await expect(launchWithShell({ ...order, command }, launch, () => Promise.resolve(true))).rejects.toBe(refusal)
    expect(tried).toHaveLength(1)
  })

  it('tells the refusal, not what went wrong in looking for agents', async () => {
    const refusal = new RunRefused('A merge is under way.', 2)
    const refused = launchWithShell(
      order,
      () => Promise.reject(refusal),
      () => Promise.reject(new Error('The doctor cannot be started.')),
    )
    await expect(refused).rejects.toBe(refusal)
  })

  it('keeps an executor that was named', async () => {
    const named = { ...order, flags: ['--executor', 'claude'] }
    const refused = launchWithShell(
      named,
      () => Promise.reject(new RunRefused('claude is not installed.', 2)),
      () => Promise.resolve(true),
    )
    await expect(refused).rejects.toThrow(new RunRefused('claude is not installed.', 2))
  })
})

/** The flags of each start that was tried. */
async function starts(has: {
  readonly agent: boolean
  readonly shell: boolean
}): Promise<readonly (readonly string[])[]> {
  const tried: (readonly string[])[] = []
  const launch = ({ flags }: RunOrder): Promise<RunView> => {
    tried.push(flags)
    if (flags.includes('shell'))
      return has.shell
        ? Promise.resolve(viewAfter('live', runStarted()))
        : Promise.reject(new RunRefused('1.2 has no Run field', 2))
    return has.agent
      ? Promise.resolve(viewAfter('live', runStarted()))
      : Promise.reject(new RunRefused('No coding agent was found.', 2))
  }
  await launchWithShell(order, launch, () => Promise.resolve(true))
  return tried
}
