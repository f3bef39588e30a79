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

interface Undisturbed {
  readonly state: EndState
  readonly steps: number
  readonly ms: number
}

describe.each(['shared', 'worktree'] as const)('with %s isolation, a runner that is killed', (isolation) => {
  let runner: CrashingRunner
  let undisturbed: Undisturbed

  beforeAll(async () => {
    runner = await buildCrashingRunner(isolation)
    undisturbed = await runUndisturbed(runner)
  })

  afterAll(() => runner.remove())

  test('after any of its steps loses nothing and does nothing twice', { timeout: 1_200_000 }, async () => {
    expect(undisturbed.steps).toBeGreaterThan(40)
    for (let step = 1; step <= undisturbed.steps; step += everyStep) {
      const { code, state } = await afterKill(runner, { events: step })
      expect({ step, code, state }).toEqual({ step, code: 0, state: undisturbed.state })
    }
  })

  test('after a step that was done but not noted down does nothing twice', { timeout: 1_200_000 }, async () => {
    for (let step = 1; step <= undisturbed.steps; step += everyStep) {
      const { code, state } = await afterKill(runner, { events: step, tear: true })
      expect({ step, code, state }).toEqual({ step, code: 0, state: undisturbed.state })
    }
  })

  test(`at ${moments} random moments loses nothing and does nothing twice`, { timeout: 3_600_000 }, async () => {
    const random = seeded(20_261_122)
    for (let moment = 0; moment < moments; moment++) {
      const ms = Math.round(random() * undisturbed.ms)
      const again = moment % 2 === 0 ? undefined : Math.round(random() * undisturbed.ms)
      const { code, state } = await afterKill(runner, { ms, again })
      expect({ moment, ms, again, code, state }).toEqual({ moment, ms, again, code: 0, state: undisturbed.state })
    }
  })
})

async function runUndisturbed(runner: CrashingRunner): Promise<Undisturbed> {
  const workspace = newWorkspace()
  const begun = performance.now()
  const { code, output } = await runAndKill(runner, workspace, {})
  const ms = performance.now() - begun
  expect({ code, output: output.replace(/\d+/, '') }).toEqual({ code: 0, output: '\n' })
  const state = await endState(workspace)
  rmSync(workspace.root, { recursive: true, force: true })
  return { state, steps: Number(output), ms }
}

interface Kill {
  /** Kill after that many events. */
  readonly events?: number
  /** Kill after that many milliseconds. */
  readonly ms?: number
  /** Kill the one that goes on, too, after that many milliseconds. */
  readonly again?: number | undefined
  /** Tear the last line of the journal afterwards. */
  readonly tear?: boolean
}

async function afterKill(
  runner: CrashingRunner,
  { events, ms, again, tear = false }: Kill,
): Promise<{ readonly code: number | null; readonly state: EndState }> {
  const workspace = newWorkspace()
  const kill = { ...(events === undefined ? {} : { events }), ...(ms === undefined ? {} : { ms }) }
  let { code } = await runAndKill(runner, workspace, kill)
  if (tear && code === null) tearLastLine(workspace)
  if (code === null && again !== undefined) code = await recover(runner, workspace, again)
  if (code === null) code = await recover(runner, workspace)
  const state = await endState(workspace)
  rmSync(workspace.root, { recursive: true, force: true })
  return { code, state }
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
