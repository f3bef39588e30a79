import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import * as vscode from 'vscode'
import { inWorkspace, readyExtension } from './extension'
import { type TemporarySpec, temporarySpec } from './temporarySpec'
import { waitFor } from './waitFor'

const text = `# Tasks

## Phase 1

- [ ] 1.1 [P] Write one
  - **Run**: \`echo the first one speaks\`
  - **Verify**: \`true\`
  - **Commit**: None
- [ ] 1.2 [P] Write two
  - **Run**: \`echo the second one speaks\`
  - **Verify**: \`true\`
  - **Commit**: None

## Phase 2

- [ ] 2.1 Break
  - **Run**: \`exit 7\`
  - **Commit**: None
- [ ] 2.2 Wait
  - **Run**: \`touch waiting; while :; do sleep 0.05; done\`
  - **Commit**: None
`

/** What a person writes into tasks.json. */
const entries = [
  { label: 'break it', type: 'parallel-tasks', spec: 'specs/by-task', task: '2.1' },
  { label: 'wait for ever', type: 'parallel-tasks', spec: 'specs/by-task', task: ['2.2'] },
  { label: 'go astray', type: 'parallel-tasks', spec: 'specs/nowhere', all: true },
]

/** Runs a task and gives its exit code. */
async function exitCodeOf(task: vscode.Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return
      listener.dispose()
      resolve(exitCode)
    })
  })
  await vscode.tasks.executeTask(task)
  return ended
}

describe('VS Code tasks', () => {
  let spec: TemporarySpec
  let tasks: readonly vscode.Task[]
  const named = (name: string): vscode.Task => {
    const found = tasks.find((task) => task.name === name)
    assert.ok(found, `There is no task ${name} among ${tasks.map((task) => task.name).join(', ')}.`)
    return found
  }
  const written = (): string => inWorkspace('.vscode', 'tasks.json').fsPath
  const runOf = async () => (await readyExtension()).runs().find(({ file }) => file === spec.uri.fsPath)

  before(async () => {
    spec = await temporarySpec('by-task', text)
    await writeFile(written(), JSON.stringify({ version: '2.0.0', tasks: entries }))
    tasks = await waitFor('the tasks of tasks.json', async () => {
      const found = await vscode.tasks.fetchTasks({ type: 'parallel-tasks' })
      return entries.every(({ label }) => found.some(({ name }) => name === label)) ? found : undefined
    })
  })
  after(async () => {
    await rm(written(), { force: true })
    await spec.remove()
  })

  it('offer each group of each spec, what is left, and the check', () => {
    const names = tasks.map((task) => task.name).sort()
    assert.deepEqual(
      names.filter((name) => name.startsWith('by-task') || name.startsWith('newsletter')),
      [
        'by-task: all remaining tasks',
        'by-task: group 1.1–1.2',
        'by-task: lint',
        'newsletter: all remaining tasks',
        'newsletter: group 1.2–1.4',
        'newsletter: lint',
      ],
    )
  })

  it('run a group to exit code 0, tick its tasks, and are known to the tree', async () => {
    assert.equal(await exitCodeOf(named('by-task: group 1.1–1.2')), 0)
    const ticked = (await spec.text()).match(/^- \[x\] \S+/gm)
    assert.deepEqual(ticked, ['- [x] 1.1', '- [x] 1.2'])
    assert.equal((await runOf())?.state.outcome, 'success')
  })

  it('end with 0 when there is nothing left to run', async () => {
    assert.equal(await exitCodeOf(named('by-task: group 1.1–1.2')), 0)
  })

  it('lint a spec with the exit code of the command line', async () => {
    assert.equal(await exitCodeOf(named('by-task: lint')), 0)
  })

  it('of tasks.json that fail end with 1 and put the reason at the task', async () => {
    assert.equal(await exitCodeOf(named('break it')), 1)
    const problem = await waitFor('the problem', () =>
      vscode.languages.getDiagnostics(spec.uri).find(({ source }) => source === 'Parallel Tasks'),
    )
    const line = text.split('\n').findIndex((one) => one.includes('2.1 Break'))
    assert.deepEqual([problem.range.start.line, problem.message], [line, '2.1 Break: It exited with code 7.'])
  })

  it('that are terminated end their run and its processes', async () => {
    const execution = await vscode.tasks.executeTask(named('wait for ever'))
    const marker = inWorkspace('waiting').fsPath
    await waitFor('the task to work', () => existsSync(marker) || undefined)
    execution.terminate()
    const run = await waitFor('the end of the run', async () => {
      const found = await runOf()
      return found?.life === 'ended' && found.state.tasks.has(3) ? found : undefined
    })
    assert.equal(run.state.outcome, 'cancelled')
    const pid = run.state.tasks.get(3)?.attempts.at(-1)?.pid ?? 0
    assert.throws(() => process.kill(pid, 0))
    await rm(marker)
  })

  it('that name no spec say so and end with 2', async () => {
    assert.equal(await exitCodeOf(named('go astray')), 2)
  })
})
