import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ExecutorDefinition } from '#core/generated/executors'
import { startOf } from '../../../runner/src/processes/identity'
import { agent } from '../../acceptance/agents'
import { drive, type Drive, type Driven } from '../../acceptance/drive'
import { makeWorkspace } from '../../acceptance/workspace'

const tasks = `# Tasks

- [ ] 1.1 Create a
  - **Do**: Create it
  - **Verify**: \`echo TASK_COMPLETE; test ! -e broken\`
  - **Commit**: None
`

function run(definition: ExecutorDefinition, how: Drive = {}): Promise<Driven> {
  const workspace = makeWorkspace(tasks, { git: false })
  return drive(workspace, { ...how, options: { executor: 'fake', ...how.options }, executors: { fake: definition } })
}

const attemptOf = (driven: Driven) => driven.state?.tasks.get(0)?.attempts.at(-1)

test.each([
  ['good', 'text', 'success', null],
  ['echo', 'text', 'failed', 'no-marker'],
  ['contradiction', 'text', 'failed', 'contradiction'],
  ['claude', 'claude-json', 'success', null],
  ['claude-echo', 'claude-json', 'failed', 'no-marker'],
  ['claude-broken-off', 'claude-json', 'failed', 'no-terminal-event'],
  ['claude-error', 'claude-json', 'failed', 'terminal-error'],
] as const)('an agent that is "%s" in %s: %s', async (scenario, output, verdict, cause) => {
  const driven = await run(agent(scenario, { output }))
  expect(attemptOf(driven)).toMatchObject({ verdict, cause })
  expect(driven.exitCode).toBe(verdict === 'success' ? 0 : 1)
})

test('output behind the marker does no harm, unless it takes the marker back', async () => {
  expect(attemptOf(await run(agent('talks-on')))).toMatchObject({ verdict: 'success' })
  const back = await run(agent('talks-on', { detail: 'I could not complete the migration.' }))
  expect(attemptOf(back)).toMatchObject({ verdict: 'failed', cause: 'contradiction' })
})

test('an executor that a signal ended has failed although it said the marker', async () => {
  expect(attemptOf(await run(agent('signal')))).toMatchObject({
    verdict: 'failed',
    cause: 'signal',
    reason: expect.stringContaining('SIGTERM'),
  })
})

test('what Verify is said to show is compared with what it shows', async () => {
  const workspace = makeWorkspace(
    tasks.replace('`echo TASK_COMPLETE; test ! -e broken`', '`ls made | wc -l` shows 3 files'),
    { git: false },
  )
  const fake: Drive = { options: { executor: 'fake' }, executors: { fake: agent('good') } }
  workspace.write('made/a', '')
  workspace.write('made/b', '')
  expect(attemptOf(await drive(workspace, fake))).toMatchObject({
    cause: 'verify-failed',
    reason: 'Verify `ls made | wc -l` showed 2, expected 3.',
  })
  workspace.write('made/c', '')
  expect((await drive(workspace, { ...fake, mode: 'retry' })).exitCode).toBe(0)
})

test('a refused login holds starts back with the time shown, uses up no try, and in the end needs a person', async () => {
  const driven = await run(agent('login-refused'), { options: { retries: 0 } })
  expect(driven.events.filter((event) => event.kind === 'startsHeld')).toHaveLength(3)
  for (const event of driven.events)
    if (event.kind === 'startsHeld') expect(Date.parse(event.until ?? '')).toBeGreaterThan(Date.parse(event.at) - 1000)
  expect(driven.state?.tasks.get(0)?.attempts.map(({ cause, counts }) => [cause, counts])).toEqual(
    Array.from({ length: 4 }, () => ['login', false]),
  )
  expect(driven.state).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('refused the login') })
})

test('the exit code is told although the marker was said', async () => {
  expect(attemptOf(await run(agent('exit', { detail: '7' })))).toMatchObject({
    verdict: 'failed',
    cause: 'exit-code',
    exitCode: 7,
  })
})

test('the marker in the output of Verify is not the executor’s', async () => {
  const driven = await run(agent('echo'))
  expect(attemptOf(driven)?.cause).toBe('no-marker')
})

test('a program that cannot be started is a failure with its reason', async () => {
  const workspace = makeWorkspace(tasks, { git: false })
  workspace.write('agent', 'not a program')
  await expect(
    drive(workspace, { options: { executor: 'fake' }, executors: { fake: { command: './agent' } } }),
  ).rejects.toThrow('The executor "fake" needs the program "./agent", which was not found')
})

test('an executor that lives on after its final event is ended and accepted, with a warning', async () => {
  const driven = await run(agent('claude-lingers', { output: 'claude-json' }))
  expect(attemptOf(driven)).toMatchObject({ verdict: 'success' })
  expect(driven.state?.warnings.map((warning) => warning.code)).toContain('ended-after-final')
})

test('silence is ended, chatter is not silence but ends at the wall', async () => {
  const silent = await run(agent('silent'), { options: { idleTimeoutMs: 400, taskTimeoutMs: 0 } })
  expect(attemptOf(silent)).toMatchObject({ verdict: 'timed-out', cause: 'idle-timeout' })
  const chatty = await run(agent('chatty'), { options: { idleTimeoutMs: 2500, taskTimeoutMs: 4000 } })
  expect(attemptOf(chatty)).toMatchObject({ verdict: 'timed-out', cause: 'wall-timeout' })
})

test('the executor is told everything by its environment, and nothing of the agent around it', async () => {
  const workspace = makeWorkspace(tasks)
  const detail = join(workspace.root, 'env.json')
  const driven = await drive(workspace, {
    options: { executor: 'fake' },
    executors: { fake: agent('env', { detail, env: { EXTRA_PARALLEL: 'yes' } }) },
    env: { ...process.env, CLAUDECODE: '1', ELECTRON_RUN_AS_NODE: '1', PARALLEL_TASKS_RUN_ID: 'outer' },
  })
  expect(JSON.parse(readFileSync(detail, 'utf8'))).toEqual({
    EXTRA_PARALLEL: 'yes',
    PARALLEL_TASKS_SPEC: workspace.specDir,
    PARALLEL_TASKS_FILE: workspace.file,
    PARALLEL_TASKS_TASK_INDEX: '0',
    PARALLEL_TASKS_TASK_ID: '1.1',
    PARALLEL_TASKS_PROGRESS_FILE: join(workspace.specDir, '.progress.md'),
    PARALLEL_TASKS_RUN_ID: driven.runId,
    PARALLEL_TASKS_ATTEMPT: '1',
  })
  const log = readFileSync(
    join(workspace.specDir, '.parallel-tasks', 'runs', driven.runId ?? '', 'task-0.1.log'),
    'utf8',
  )
  expect(log).toContain(`cwd ${workspace.root}\n`)
})

test('a rate limit holds starts back, is shown with its end, and uses up no try', async () => {
  const workspace = makeWorkspace(tasks, { git: false })
  const detail = join(workspace.root, 'limited-once')
  const driven = await drive(workspace, {
    options: { executor: 'fake' },
    executors: { fake: agent('rate-limit', { detail }) },
  })
  expect(driven.exitCode).toBe(0)
  const kinds = driven.events
    .map((event) => event.kind)
    .filter((kind) => /^(attemptEnded|startsHeld|startsReleased)$/.test(kind))
  expect(kinds).toEqual(['attemptEnded', 'startsHeld', 'startsReleased', 'attemptEnded'])
  expect(driven.state?.tasks.get(0)?.attempts.map(({ verdict, cause, counts }) => [verdict, cause, counts])).toEqual([
    ['failed', 'rate-limit', false],
    ['success', null, true],
  ])
  const held = driven.events.find((event) => event.kind === 'startsHeld')
  expect(held).toMatchObject({ until: expect.stringMatching(/^\d{4}-/), reason: expect.stringContaining('429') })
})

test('a Verify that hangs has a clock of its own, and its child goes with it', async () => {
  const workspace = makeWorkspace(
    tasks.replace('echo TASK_COMPLETE; test ! -e broken', 'sleep 600 & echo $! > pid; wait'),
    { git: false },
  )
  const driven = await drive(workspace, {
    options: { executor: 'fake', taskTimeoutMs: 1200 },
    executors: { fake: agent('good') },
  })
  expect(attemptOf(driven)).toMatchObject({ verdict: 'failed', cause: 'verify-timeout' })
  expect(startOf(Number(workspace.read('pid')))).toBeUndefined()
})

test('200 MB of output go to the log and not into memory', { timeout: 120_000 }, async () => {
  const before = process.memoryUsage().rss
  const driven = await run(agent('flood', { detail: '200' }))
  expect(attemptOf(driven)).toMatchObject({ verdict: 'success' })
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
})
