import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildCrashingRunner,
  endState,
  newWorkspace,
  recover,
  runAndKill,
  tearLastLine,
  type CrashingRunner,
  type EndState,
} from './scenario'

/** How many random moments are tried: few by default, `FAULTS=200` for the whole suite, which also takes every step. */
const moments = Number(process.env['FAULTS'] ?? '4')
const everyStep = Number(process.env['FAULT_STRIDE'] ?? (moments < 100 ? '7' : '1'))

let runner: CrashingRunner
let undisturbed: EndState
let steps = 0
let duration = 0

beforeAll(async () => {
  runner = await buildCrashingRunner()
  const workspace = newWorkspace()
  const begun = performance.now()
  const { code, output } = await runAndKill(runner, workspace, {})
  duration = performance.now() - begun
  expect({ code, output: output.replace(/\d+/, '') }).toEqual({ code: 0, output: '\n' })
  steps = Number(output)
  undisturbed = await endState(workspace)
  rmSync(workspace.root, { recursive: true, force: true })
})

afterAll(() => runner.remove())

async function afterKill(
  kill: { events?: number; ms?: number },
  tear: boolean,
): Promise<{ code: number | null; state: EndState }> {
  const workspace = newWorkspace()
  const first = await runAndKill(runner, workspace, kill)
  if (tear && first.code === null) tearLastLine(workspace)
  const code = first.code === 0 ? 0 : await recover(runner, workspace)
  const state = await endState(workspace)
  rmSync(workspace.root, { recursive: true, force: true })
  return { code, state }
}

describe('a runner that is killed loses nothing and does nothing twice', () => {
  test('after each of its steps', { timeout: 600_000 }, async () => {
    expect(steps).toBeGreaterThan(40)
    for (let step = 1; step <= steps; step += everyStep) {
      const { code, state } = await afterKill({ events: step }, false)
      expect({ step, code, state }).toEqual({ step, code: 0, state: undisturbed })
    }
  })

  test('when a step was done but not noted down', { timeout: 600_000 }, async () => {
    for (let step = 1; step <= steps; step += everyStep) {
      const { code, state } = await afterKill({ events: step }, true)
      expect({ step, code, state }).toEqual({ step, code: 0, state: undisturbed })
    }
  })

  test(`at ${moments} random moments`, { timeout: 3_600_000 }, async () => {
    const random = seeded(20_261_122)
    for (let moment = 0; moment < moments; moment++) {
      const ms = Math.round(random() * duration)
      const { code, state } = await afterKill({ ms }, false)
      expect({ moment, ms, code, state }).toEqual({ moment, ms, code: 0, state: undisturbed })
    }
  })
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
