import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import * as vscode from 'vscode'
import { inWorkspace, readyExtension } from './extension'
import { type TemporarySpec, temporarySpec } from './temporarySpec'
import { waitFor } from './waitFor'

const text = `# Tasks

- [ ] 1.1 [P] Write one
  - **Run**: \`true\`
  - **Files**: \`shared.txt\`
  - **Verify**: \`true\`
  - **Commit**: None
- [ ] 1.2 [P] Write two
  - **Run**: \`exit 7\`
  - **Files**: \`shared.txt\`
  - **Commit**: None

## Later

- [ ] 2.1 Wait
  - **Run**: \`touch asked; while :; do sleep 0.05; done\`
  - **Commit**: None
`

/** Uses a tool as an agent does, and gives its text. */
async function use(name: string, input: object, token?: vscode.CancellationToken): Promise<string> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined }, token)
  return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('\n')
}

describe('Language model tools', () => {
  let spec: TemporarySpec

  before(async () => {
    spec = await temporarySpec('by-agent', text)
  })
  after(async () => {
    await rm(inWorkspace('asked').fsPath, { force: true })
    await spec.remove()
  })

  it('are known to the editor', () => {
    const names = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('parallelTasks_'))
    assert.deepEqual(names.sort(), [
      'parallelTasks_cancel',
      'parallelTasks_lint',
      'parallelTasks_plan',
      'parallelTasks_run',
      'parallelTasks_status',
    ])
  })

  it('tell the plan and the problems of a spec', async () => {
    assert.equal(
      await use('parallelTasks_plan', { spec: spec.path }),
      [
        'specs/by-agent/tasks.md (generic): 3 tasks, 0 done, 3 to run. 1 problem: call lint.',
        '1. side by side: 1.1 Write one · 1.2 Write two',
        '2. 2.1 Wait',
      ].join('\n'),
    )
    assert.match(
      await use('parallelTasks_lint', { spec: spec.path }),
      /^specs\/by-agent\/tasks\.md:\d+:\d+: .*\[file-overlap\]$/m,
    )
  })

  it('say in one sentence what is wrong with an input', async () => {
    await assert.rejects(use('parallelTasks_plan', {}), /There are \d+ specs here\. Name one of them/)
    await assert.rejects(use('parallelTasks_plan', { spec: 'nowhere' }), /There is no spec "nowhere" here/)
  })

  it('run tasks and tell the verdict on each', async () => {
    const answer = await use('parallelTasks_run', { spec: spec.path, tasks: ['1.1', '1.2'], executor: 'shell' })
    assert.match(answer, /^Run \S+: failed\. 1 of 2 tasks done, 1 not\.$/m)
    assert.match(answer, /^- 1\.1 Write one: success in /m)
    assert.match(answer, /^- 1\.2 Write two: failed in \S+ It exited with code 7\. Log: \/.*task-1\.1\.log$/m)
    assert.match(await spec.text(), /- \[x\] 1\.1 /)
    assert.equal(await use('parallelTasks_status', { spec: spec.path }), answer)
  })

  it('end the run when their answer is not wanted any more', async () => {
    const stop = new vscode.CancellationTokenSource()
    const asked = use('parallelTasks_run', { spec: spec.path, tasks: ['2.1'], executor: 'shell' }, stop.token).catch(
      () => 'given up',
    )
    await waitFor('the task to work', () => existsSync(inWorkspace('asked').fsPath) || undefined)
    stop.cancel()
    await asked
    const api = await readyExtension()
    const run = await waitFor('the end of the run', () =>
      api.runs().find(({ file, life, state }) => file === spec.uri.fsPath && life === 'ended' && state.tasks.has(2)),
    )
    assert.equal(run.state.outcome, 'cancelled')
  })
})
