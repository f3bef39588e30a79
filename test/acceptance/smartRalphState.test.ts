import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { drive } from './drive'
import { makeWorkspace, type Workspace } from './workspace'

/** What smart-ralph's own schema asks of the fields that both programs use. */
const wanted = {
  type: 'object',
  required: ['source', 'name', 'basePath', 'phase'],
  properties: {
    source: { enum: ['spec', 'plan', 'direct'] },
    name: { type: 'string', pattern: '^[a-z0-9-]+$' },
    basePath: { type: 'string' },
    phase: { enum: ['research', 'requirements', 'design', 'tasks', 'execution'] },
    taskIndex: { type: 'integer', minimum: 0 },
    totalTasks: { type: 'integer', minimum: 0 },
    taskIteration: { type: 'integer', minimum: 1 },
    maxTaskIterations: { type: 'integer', minimum: 1 },
    globalIteration: { type: 'integer', minimum: 1 },
    maxGlobalIterations: { type: 'integer', minimum: 1 },
    parallelGroup: {
      type: 'object',
      required: ['startIndex', 'endIndex', 'taskIndices'],
      properties: { taskIndices: { type: 'array', items: { type: 'integer', minimum: 0 } } },
    },
    taskResults: {
      type: 'object',
      additionalProperties: {
        required: ['status'],
        properties: { status: { enum: ['pending', 'success', 'failed'] }, error: { type: 'string' } },
      },
    },
  },
}

const task = (id: string, marker: string, command: string): string =>
  `- [ ] ${id} ${marker}Task ${id}\n  - **Run**: \`${command}\`\n  - **Commit**: None\n`

const group = `# Tasks\n\n${task('1.1', '[P] ', 'true')}${task('1.2', '[P] ', 'false')}${task('1.3', '', 'true')}`

function stateOf(workspace: Workspace, path = 'specs/demo/.ralph-state.json'): Record<string, unknown> {
  return JSON.parse(workspace.read(path)) as Record<string, unknown>
}

test('the state file that a run makes is one that smart-ralph accepts, whatever the folder is called', async () => {
  const workspace = makeWorkspace(group)
  workspace.write('specs/My Feature_2/tasks.md', group)
  const { exitCode } = await drive({ ...workspace, file: `${workspace.root}/specs/My Feature_2/tasks.md` })
  expect(exitCode).toBe(1)
  const state = stateOf(workspace, 'specs/My Feature_2/.ralph-state.json')
  const validate = new Ajv({ strict: false }).compile(wanted)
  expect(validate(state), JSON.stringify(validate.errors)).toBe(true)
  expect(state).toMatchObject({ name: 'my-feature-2', basePath: './specs/My Feature_2', phase: 'execution' })
})

test('a state file of smart-ralph is gone on with: its own fields stay, the index moves past whole groups only', async () => {
  const workspace = makeWorkspace(group)
  const theirs = {
    source: 'plan',
    name: 'theirs',
    basePath: './specs/demo',
    phase: 'tasks',
    taskIndex: 0,
    totalTasks: 0,
    taskIteration: 1,
    globalIteration: 7,
    commitSpec: true,
    relatedSpecs: [{ name: 'other', relevance: 'low', reason: 'same folder' }],
    chat: { executor: { lastReadLine: 12 } },
  }
  workspace.write('specs/demo/.ralph-state.json', `${JSON.stringify(theirs, null, 4)}\n`)
  await drive(workspace)
  expect(stateOf(workspace)).toMatchObject({
    ...theirs,
    phase: 'execution',
    totalTasks: 3,
    globalIteration: 8,
    taskIndex: 0,
    taskResults: { '0': { status: 'success' }, '1': { status: 'failed' } },
  })
  workspace.write('specs/demo/tasks.md', workspace.read('specs/demo/tasks.md').replace('`false`', '`true`'))
  await drive(workspace, { mode: 'retry' })
  expect(stateOf(workspace)).toMatchObject({
    taskIndex: 2,
    taskIteration: 2,
    taskResults: { '0': { status: 'success' }, '1': { status: 'success' } },
  })
})
