import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { JournalEvent } from '#core/generated/journalEvent'
import { sendControl } from '../../../runner/src/control/client'
import { lockHolder } from '../../../runner/src/files/lock'
import { listProcesses } from '../../../runner/src/processes/processTable'
import { agent } from '../../acceptance/agents'
import { drive, outline } from '../../acceptance/drive'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'

const task = (id: string): string => `- [ ] ${id} [P] Task ${id}
  - **Do**: It
  - **Commit**: None
`
const tasks = `# Tasks\n\n${task('1.1')}${task('1.2')}${task('1.3')}`

/** Resolves when the log of a task holds a text. */
async function logHolds(workspace: Workspace, runId: string, index: number, text: string): Promise<void> {
  const log = join(workspace.specDir, '.parallel-tasks', 'runs', runId, `task-${index}.1.log`)
  while (!existsSync(log) || !readFileSync(log, 'utf8').includes(text))
    await new Promise((resolve) => setTimeout(resolve, 10))
}

/** How many processes of the workspace live, of one task or of all. */
async function processesOf(workspace: Workspace, index?: number): Promise<number> {
  const marks = [
    `PARALLEL_TASKS_SPEC=${workspace.specDir}`,
    index === undefined ? '' : `PARALLEL_TASKS_TASK_INDEX=${index}`,
  ]
  const rows = await listProcesses(true)
  return rows.filter((row) => marks.every((mark) => row.environment.includes(mark))).length
}

/** Resolves when so many processes of the workspace live: each stubborn agent has three below it in the end. */
async function processesReach(workspace: Workspace, count: number): Promise<void> {
  while ((await processesOf(workspace)) < count) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Starts a run that is not waited for, and resolves as soon as that many attempts run. */
function start(
  workspace: Workspace,
  running: number,
  options: { readonly maxConcurrent: number; readonly signal?: AbortSignal },
) {
  let seen = 0
  let begun: (event: JournalEvent) => void = () => undefined
  const started = new Promise<JournalEvent>((resolve) => (begun = resolve))
  const over = drive(workspace, {
    options: { executor: 'fake', maxConcurrent: options.maxConcurrent },
    executors: { fake: agent('stubborn') },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onEvent: (event) => {
      if (event.kind === 'attemptStarted' && ++seen === running) begun(event)
    },
  })
  return { over, started }
}

test('cancelling the run ends children that ignore TERM, left the group or lost their parent; queued tasks never start', async () => {
  const workspace = makeWorkspace(tasks, { git: false })
  const abort = new AbortController()
  const { over, started } = start(workspace, 2, { maxConcurrent: 2, signal: abort.signal })
  const { runId } = await started
  await Promise.all([logHolds(workspace, runId, 0, 'ready'), logHolds(workspace, runId, 1, 'ready')])
  await processesReach(workspace, 8)
  abort.abort()
  const driven = await over

  expect(driven.exitCode).toBe(130)
  expect(await processesOf(workspace)).toBe(0)
  expect(outline(driven.events, 'attemptStarted', 'attemptEnded').sort()).toEqual([
    'attemptEnded 0 cancelled',
    'attemptEnded 1 cancelled',
    'attemptStarted 0',
    'attemptStarted 1',
  ])
  expect(driven.events.at(-1)).toMatchObject({ kind: 'runEnded', outcome: 'cancelled' })
  expect(driven.state?.tasks.get(2)?.status).toBe('cancelled')
})

test('one task is cancelled through the socket; the answer comes when it is gone', async () => {
  const workspace = makeWorkspace(tasks, { git: false })
  const { over, started } = start(workspace, 3, { maxConcurrent: 3 })
  const { runId } = await started
  await Promise.all([0, 1, 2].map((index) => logHolds(workspace, runId, index, 'ready')))
  const socket = lockHolder(join(workspace.specDir, '.parallel-tasks', 'lock'))?.socket ?? ''
  await processesReach(workspace, 12)
  expect(await sendControl(socket, { kind: 'cancel', index: 1 })).toEqual({ id: 1, ok: true })
  expect(await processesOf(workspace, 1)).toBe(0)
  expect(await processesOf(workspace, 0)).toBeGreaterThan(0)
  expect(await sendControl(socket, { kind: 'cancel', index: 1 })).toMatchObject({
    ok: false,
    error: 'Task #1 is not running.',
  })
  expect(await sendControl(socket, { kind: 'cancel', index: null })).toEqual({ id: 1, ok: true })
  expect(lockHolder(join(workspace.specDir, '.parallel-tasks', 'lock'))).toBeUndefined()
  const driven = await over
  expect(driven.exitCode).toBe(130)
  expect(await processesOf(workspace)).toBe(0)
})

test('the window is widened while running', async () => {
  const workspace = makeWorkspace(tasks, { git: false })
  const abort = new AbortController()
  const { over, started } = start(workspace, 1, { maxConcurrent: 1, signal: abort.signal })
  const { runId } = await started
  const socket = lockHolder(join(workspace.specDir, '.parallel-tasks', 'lock'))?.socket ?? ''
  expect(await sendControl(socket, { kind: 'setMaxConcurrent', value: 33 })).toMatchObject({ ok: false })
  expect(await sendControl(socket, { kind: 'setMaxConcurrent', value: 3 })).toMatchObject({ ok: true })
  await Promise.all([0, 1, 2].map((index) => logHolds(workspace, runId, index, 'ready')))
  abort.abort()
  const driven = await over
  expect(driven.events.filter((event) => event.kind === 'concurrencyChanged')).toMatchObject([{ maxConcurrent: 3 }])
})

test('a successful attempt leaves no background process behind, and Verify still finds it alive', async () => {
  const workspace = makeWorkspace(
    `- [ ] 1.1 Serve
  - **Run**: \`setsid sleep 600 >/dev/null 2>&1 & echo $! > server.pid\`
  - **Verify**: \`kill -0 "$(cat server.pid)"\`
  - **Commit**: None
`,
    { git: false },
  )
  expect((await drive(workspace)).exitCode).toBe(0)
  expect(await processesOf(workspace)).toBe(0)
})

test('a failed attempt leaves no background process behind', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1')}`, { git: false })
  const driven = await drive(workspace, {
    options: { executor: 'fake' },
    executors: { fake: agent('fails-with-child') },
  })
  expect(driven.exitCode).toBe(1)
  expect(await processesOf(workspace)).toBe(0)
})
