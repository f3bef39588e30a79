import { expect, it, vi } from 'vitest'
import { createExecutorWatch } from '../../../client/src/status/executorWatch'

const shell = { name: 'shell', installed: true, detail: '' }

it('asks when it is wanted, once, and says that no agent is there', async () => {
  const { watch, told, ask } = setUp('auto', [shell, agent('claude', false)])
  expect(watch.missing()).toBeNull()
  watch.look()
  watch.look()
  await vi.waitFor(() => expect(told).toEqual(['auto']))
  expect(ask).toHaveBeenCalledOnce()
})

it('is content with one agent, and with a built-in executor that was chosen', async () => {
  for (const [chosen, claude] of [
    ['auto', true],
    ['shell', false],
  ] as const) {
    const { watch, told, ask } = setUp(chosen, [shell, agent('claude', claude)])
    watch.look()
    await ask.mock.results[0]?.value
    expect([watch.missing(), told]).toEqual([null, []])
  }
})

it('names the chosen executor that is not there, and looks again when the settings change', async () => {
  const { watch, told, choose } = setUp('codex', [shell, agent('codex', false)])
  watch.look()
  await vi.waitFor(() => expect(told).toEqual(['codex']))
  choose('shell')
  watch.lookAgain()
  await vi.waitFor(() => expect(told).toEqual(['codex', null]))
})

it('says nothing when it cannot be told, and starts nothing in a workspace that is not trusted', async () => {
  const { watch, ask, trust } = setUp('auto', [])
  trust(false)
  watch.look()
  expect(ask).not.toHaveBeenCalled()
  trust(true)
  watch.look()
  await ask.mock.results[0]?.value
  expect(watch.missing()).toBeNull()
})

function agent(name: string, installed: boolean) {
  return { name, installed, detail: '' }
}

function setUp(name: string, all: readonly ReturnType<typeof agent>[]) {
  let chosen = name
  let trusted = true
  const ask = vi.fn(async () => all)
  const watch = createExecutorWatch({ chosen: () => chosen, ask, mayAsk: () => trusted })
  const told: (string | null)[] = []
  watch.onDidChange(() => told.push(watch.missing()))
  return {
    watch,
    told,
    ask,
    choose: (next: string) => (chosen = next),
    trust: (next: boolean) => (trusted = next),
  }
}
