import { afterEach, beforeEach, expect, it } from 'vitest'
import { startClient, type TestClient } from './startClient'

const uri = 'file:///work/specs/login/tasks.md'
let client: TestClient
beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.dispose())

const outline = (): Promise<unknown> => client.connection.sendRequest('parallelTasks/outline', { uri })

it('gives the outline of a spec with its phases, groups and counts', async () => {
  await client.open(
    uri,
    '# T\n\n## Phase 1\n\n- [ ] T001 [P] Create a in a.ts\n- [x] T002 [P] Create b in b.ts\n- [ ] T003 Wait\n',
  )
  const task = { kind: 'task', container: false, verify: [] }
  expect(await outline()).toEqual({
    uri,
    name: 'login',
    dialect: 'spec-kit',
    total: 3,
    done: 1,
    problems: { error: 0, warning: 0, info: 0, hint: 0 },
    phases: [
      {
        title: 'Phase 1',
        line: 2,
        nodes: [
          {
            kind: 'group',
            startIndex: 0,
            endIndex: 1,
            blocked: null,
            tasks: [
              {
                ...task,
                index: 0,
                id: 'T001',
                title: 'Create a in a.ts',
                state: 'open',
                line: 4,
                endLine: 4,
                markers: ['P'],
              },
              {
                ...task,
                index: 1,
                id: 'T002',
                title: 'Create b in b.ts',
                state: 'done',
                line: 5,
                endLine: 5,
                markers: ['P'],
              },
            ],
          },
          { ...task, index: 2, id: 'T003', title: 'Wait', state: 'open', line: 6, endLine: 6, markers: [] },
        ],
      },
    ],
  })
})

it('gives null for a document it does not know', async () => {
  expect(await outline()).toBeNull()
})

it('tells which specs changed, and says nothing when the outline is the same', async () => {
  await client.open(uri, '- [ ] T001 a\n')
  expect(await client.specsChanged.next()).toEqual({ uris: [uri] })
  await client.replace(uri, 2, '- [ ] T001 a\n\nA remark.\n')
  await client.replace(uri, 3, '- [x] T001 a\n\nA remark.\n')
  expect(await client.specsChanged.next()).toEqual({ uris: [uri] })
  expect(await outline()).toMatchObject({ done: 1 })
  expect(client.specsChanged.waiting()).toEqual([])
})
