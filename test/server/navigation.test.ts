import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node'
import { startClient, type TestClient } from './startClient'

let folder: string
let uri: string
let client: TestClient
const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).toString()

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'pt-navigation-')))
  for (const name of ['.git', 'src', 'specs/demo']) mkdirSync(path.join(folder, name), { recursive: true })
  for (const name of ['src/a.ts', 'src/b.ts']) writeFileSync(path.join(folder, name), '')
  writeFileSync(path.join(folder, 'specs/demo/requirements.md'), '# R\n\n- **FR-001**: It works.\n')
  writeFileSync(path.join(folder, 'specs/demo/design.md'), '# D\n\n## Parser\n')
  writeFileSync(path.join(folder, 'specs/demo/tasks.md'), text)
  uri = uriOf('specs/demo/tasks.md')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  client = await startClient({ folders: [uriOf('')] })
  await client.connection.sendRequest('parallelTasks/specs', {})
})
afterEach(() => client.dispose())

const text = [
  '- [ ] T001 [P] Make a',
  '  - **Files**: `src/a.ts`, `src/none.ts`',
  '  - _Requirements: FR-001_ _Design: Parser_',
  '- [ ] T002 [P] Make b (depends on T001)',
  '',
].join('\n')
const place = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })
const startOf = (line: number, character: number) => ({ line, character })

it('leads to files that exist, to requirements and to tasks', async () => {
  const go = (line: number, character: number) =>
    client.connection.sendRequest(DefinitionRequest.type, place(line, character))
  expect(await go(1, 18)).toEqual([{ uri: uriOf('src/a.ts'), range: { start: startOf(0, 0), end: startOf(0, 0) } }])
  expect(await go(1, 30)).toEqual([])
  expect(await go(2, 20)).toEqual([
    { uri: uriOf('specs/demo/requirements.md'), range: { start: startOf(2, 4), end: startOf(2, 10) } },
  ])
  expect(await go(2, 36)).toEqual([
    { uri: uriOf('specs/demo/design.md'), range: { start: startOf(2, 3), end: startOf(2, 9) } },
  ])
  expect(await go(3, 36)).toEqual([{ uri, range: { start: startOf(0, 6), end: startOf(0, 10) } }])
})

it('links what exists', async () => {
  const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } })
  expect(links?.map(({ target }) => target)).toEqual([
    uriOf('src/a.ts'),
    `${uriOf('specs/demo/requirements.md')}#L3`,
    `${uriOf('specs/demo/design.md')}#L3`,
  ])
})

it('shows the words of a requirement, and the task behind a dependency', async () => {
  const hover = async (line: number, character: number): Promise<unknown> =>
    (await client.connection.sendRequest(HoverRequest.type, place(line, character)))?.contents
  expect(await hover(2, 20)).toEqual({ kind: 'markdown', value: '**FR\\-001** It works.' })
  expect(await hover(3, 36)).toMatchObject({ value: expect.stringContaining('**T001 Make a**') as unknown })
})

it('completes requirements and the paths of the workspace', async () => {
  const complete = async (line: number, character: number): Promise<readonly string[]> => {
    const found = await client.connection.sendRequest(CompletionRequest.type, place(line, character))
    return Array.isArray(found) ? found.map(({ label }) => label) : []
  }
  expect(await complete(2, 21)).toEqual(['FR-001'])
  expect(await complete(1, 21)).toEqual(['src/a.ts', 'src/b.ts'])
})

it('finds and marks what depends on a task', async () => {
  const found = await client.connection.sendRequest(ReferencesRequest.type, {
    ...place(0, 7),
    context: { includeDeclaration: false },
  })
  expect(found).toEqual([{ uri, range: { start: startOf(3, 34), end: startOf(3, 38) } }])
  expect(await client.connection.sendRequest(DocumentHighlightRequest.type, place(0, 7))).toHaveLength(2)
})

it('renames an id, and says why it will not', async () => {
  expect(await client.connection.sendRequest(PrepareRenameRequest.type, place(0, 7))).toEqual({
    range: { start: startOf(0, 6), end: startOf(0, 10) },
    placeholder: 'T001',
  })
  expect(await client.connection.sendRequest(PrepareRenameRequest.type, place(0, 18))).toBeNull()
  const renamed = await client.connection.sendRequest(RenameRequest.type, { ...place(0, 7), newName: 'T100' })
  expect(renamed?.changes?.[uri]?.map(({ newText }) => newText)).toEqual(['T100', 'T100'])
  await expect(client.connection.sendRequest(RenameRequest.type, { ...place(0, 7), newName: 'T002' })).rejects.toThrow(
    'There is a task T002 already.',
  )
})

it('grows selections, hints at groups, colours tokens and finds tasks by name', async () => {
  const [selection] =
    (await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument: { uri },
      positions: [startOf(0, 7)],
    })) ?? []
  expect([selection?.range, selection?.parent?.range.end]).toEqual([
    { start: startOf(0, 6), end: startOf(0, 10) },
    startOf(0, 21),
  ])
  const range = { start: startOf(0, 0), end: startOf(9, 0) }
  const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range })
  expect(hints?.map(({ label }) => label)).toEqual(['2 in parallel, up to T002'])
  const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } })
  expect(tokens?.data.slice(0, 10)).toEqual([0, 6, 4, 1, 0, 0, 5, 3, 0, 0])
  const matches = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'make b' })
  expect(matches).toEqual([
    {
      name: 'T002 Make b (depends on T001)',
      kind: 24,
      containerName: 'demo',
      location: { uri, range: { start: startOf(3, 15), end: startOf(3, 39) } },
    },
  ])
})
