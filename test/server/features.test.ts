import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  CodeLensRequest,
  DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol/node'
import { methods, type RunSummary } from '#core/wire/messages'
import { startClient, type TestClient } from './startClient'

const uri = 'file:///spec/tasks.md'
const text = [
  '# Tasks: demo',
  '',
  '## Phase 1: Build',
  '',
  '- [ ] T001 [P] Create a in src/a.ts',
  '- [ ] T002 [P] Create b in src/b.ts',
  '',
  '## Phase 2: Check',
  '',
  '- [x] T003 Check it',
  '',
].join('\n')

let client: TestClient
beforeEach(async () => {
  client = await startClient()
  await client.open(uri, text)
})
afterEach(() => client.dispose())

const lensTitles = async (): Promise<readonly string[]> => {
  const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? []
  return lenses.map(({ range, command }) => `${range.start.line}: ${command?.title}`)
}

it('offers lenses with the commands of the wire table', async () => {
  const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })
  expect(lenses?.map(({ range, command }) => [range.start.line, command])).toEqual([
    [0, { title: 'Run all remaining (2)', command: 'parallelTasks.runAll', arguments: [uri] }],
    [2, { title: 'Run phase', command: 'parallelTasks.runPhase', arguments: [uri, 2] }],
    [4, { title: '▶ Run parallel group (2)', command: 'parallelTasks.runGroup', arguments: [uri, 0] }],
    [4, { title: 'Run in sequence', command: 'parallelTasks.runGroupInSequence', arguments: [uri, 0] }],
    [4, { title: 'Run task', command: 'parallelTasks.runTask', arguments: [uri, 0] }],
    [5, { title: 'Run task', command: 'parallelTasks.runTask', arguments: [uri, 1] }],
  ])
})

it('reminds the editor of the lenses of a document that it has just opened', async () => {
  await client.lensRefreshes.next()

  await client.open('file:///other/tasks.md', text)

  await client.lensRefreshes.next()
})

it('asks the editor to draw its lenses anew when a run changes, and draws the live counts then', async () => {
  const task = { title: 'Create a in src/a.ts', attempt: 1, reason: null, durationMs: null } as const
  const run: RunSummary = {
    runId: 'r',
    live: true,
    outcome: null,
    tasks: [
      { ...task, index: 0, id: 'T001', status: 'success' },
      { ...task, index: 1, id: 'T002', title: 'Create b in src/b.ts', status: 'running' },
    ],
  }
  await client.connection.sendNotification(methods.runChanged, { uri, run })
  await client.lensRefreshes.next()
  expect(await lensTitles()).toEqual([
    '4: 1/2 done',
    '4: Stop',
    '4: Show terminals',
    '4: Timeline',
    '5: Stop task',
    '5: Show log',
  ])

  await client.connection.sendNotification(methods.runChanged, { uri, run: null })
  await client.lensRefreshes.next()
  expect(await lensTitles()).toContain('4: ▶ Run parallel group (2)')
})

it('shows a hover on a task and nothing between tasks', async () => {
  const at = (line: number, character: number) =>
    client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } })
  expect(await at(9, 8)).toEqual({
    range: { start: { line: 9, character: 6 }, end: { line: 9, character: 19 } },
    contents: { kind: 'markdown', value: '**T003 Check it**\n\nState: done\n\nRuns alone' },
  })
  expect(await at(1, 0)).toBeNull()
})

it('offers headings and tasks as nested symbols', async () => {
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })
  const names = (nodes: readonly DocumentSymbol[]): unknown[] =>
    nodes.map(({ name, children }) => [name, names(children ?? [])])
  expect(names((symbols ?? []).filter((symbol) => DocumentSymbol.is(symbol)))).toEqual([
    [
      'Tasks: demo',
      [
        [
          'Phase 1: Build',
          [
            ['T001 Create a in src/a.ts', []],
            ['T002 Create b in src/b.ts', []],
          ],
        ],
        ['Phase 2: Check', [['T003 Check it', []]]],
      ],
    ],
  ])
})

it('folds the sections', async () => {
  const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } })
  expect(folds).toEqual([
    { startLine: 0, endLine: 9 },
    { startLine: 2, endLine: 6 },
    { startLine: 7, endLine: 9 },
  ])
})

it('leaves symbols and folding to an editor that has its own for Markdown', async () => {
  const other = await startClient({ builtInMarkdown: true })
  expect(other.initialized.capabilities).not.toHaveProperty('documentSymbolProvider')
  expect(other.initialized.capabilities).not.toHaveProperty('foldingRangeProvider')
  expect(client.initialized.capabilities).toHaveProperty('documentSymbolProvider')
  expect(client.initialized.capabilities).toHaveProperty('foldingRangeProvider')
  other.dispose()
})
