import { mkdtempSync, mkdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node'
import { startClient, type ClientOptions, type TestClient } from './startClient'

let folder: string
let client: TestClient | undefined
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pt-server-'))
})
afterEach(() => {
  client?.dispose()
  client = undefined
  rmSync(folder, { recursive: true, force: true })
})

const start = async (options: ClientOptions = {}): Promise<TestClient> => {
  client = await startClient({ folders: [pathToFileURL(folder).toString()], ...options })
  return client
}
const write = (name: string, text: string): string => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return pathToFileURL(file).toString()
}
const fileChanged = (uri: string, type: FileChangeType): Promise<void> | undefined =>
  client?.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] })

const overlap = '- [ ] T001 [P] Create a in src/a.ts\n- [ ] T002 [P] Create b in src/a.ts\n'
const clean = '- [ ] T001 [P] Create a in src/a.ts\n- [ ] T002 [P] Create b in src/b.ts\n'

it('pushes the diagnostics of an opened document as whole messages', async () => {
  const { diagnostics, open } = await start()
  const uri = pathToFileURL(path.join(folder, 'tasks.md')).toString()
  await open(uri, overlap)
  expect(await diagnostics.next()).toEqual({
    uri,
    version: 1,
    diagnostics: [
      {
        range: { start: { line: 1, character: 27 }, end: { line: 1, character: 35 } },
        severity: 2,
        code: 'file-overlap',
        source: 'parallel-tasks',
        message: 'Tasks T001 and T002 run at the same time and both name src/a.ts.',
        data: { path: 'src/a.ts', otherPath: 'src/a.ts', tasks: [0, 1], ids: ['T001', 'T002'], group: 0 },
        relatedInformation: [
          {
            location: { uri, range: { start: { line: 0, character: 27 }, end: { line: 0, character: 35 } } },
            message: 'Task T001 names src/a.ts here.',
          },
        ],
      },
    ],
  })
})

it('finds the specs of a workspace for a client that can do no more than it must', async () => {
  const uri = write('specs/one/tasks.md', overlap)
  const { diagnostics } = await start({ plain: true })
  expect(await diagnostics.next()).toMatchObject({ uri, diagnostics: [{ code: 'file-overlap' }] })
})

it('follows incremental edits', async () => {
  const { connection, diagnostics, open } = await start()
  const uri = pathToFileURL(path.join(folder, 'tasks.md')).toString()
  await open(uri, overlap)
  expect((await diagnostics.next()).diagnostics).toHaveLength(1)
  await connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line: 1, character: 31 }, end: { line: 1, character: 32 } }, text: 'b' }],
  })
  expect(await diagnostics.next()).toEqual({ uri, version: 2, diagnostics: [] })
})

it('finds specs that are not open, but not those below excluded folders', async () => {
  const uri = write('specs/one/tasks.md', overlap)
  write('node_modules/x/tasks.md', overlap)
  write('specs/one/notes.md', overlap)
  const { diagnostics, connection } = await start()
  const pushed = await diagnostics.next()
  expect([pushed.uri, pushed.version, pushed.diagnostics.map(({ code }) => code)]).toEqual([
    uri,
    undefined,
    ['file-overlap'],
  ])
  const specs: readonly { uri: string }[] = await connection.sendRequest('parallelTasks/specs', {})
  expect(specs.map((spec) => spec.uri)).toEqual([uri])
  expect(diagnostics.waiting()).toEqual([])
})

it('reads a closed spec again when its file changes, and clears it when the file is gone', async () => {
  const uri = write('tasks.md', overlap)
  const { diagnostics } = await start()
  expect((await diagnostics.next()).diagnostics).toHaveLength(1)
  write('tasks.md', clean)
  await fileChanged(uri, FileChangeType.Changed)
  expect(await diagnostics.next()).toEqual({ uri, diagnostics: [] })
  write('tasks.md', overlap)
  await fileChanged(uri, FileChangeType.Changed)
  expect((await diagnostics.next()).diagnostics).toHaveLength(1)
  unlinkSync(path.join(folder, 'tasks.md'))
  await fileChanged(uri, FileChangeType.Deleted)
  expect(await diagnostics.next()).toEqual({ uri, diagnostics: [] })
})

it('forgets a closed spec whose file turns binary or huge, and knows it again when it is text', async () => {
  const uri = write('tasks.md', overlap)
  const { diagnostics, connection } = await start()
  for (const bad of [`${overlap}\0`, `${overlap}${'x'.repeat(21 * 1024 * 1024)}`]) {
    expect((await diagnostics.next()).diagnostics).toHaveLength(1)
    write('tasks.md', bad)
    await fileChanged(uri, FileChangeType.Changed)
    expect(await diagnostics.next()).toEqual({ uri, diagnostics: [] })
    expect(await connection.sendRequest('parallelTasks/outline', { uri })).toBeNull()
    write('tasks.md', overlap)
    await fileChanged(uri, FileChangeType.Changed)
  }
  expect((await diagnostics.next()).diagnostics).toHaveLength(1)
})

it('forgets the closed specs of a folder that was deleted, and no others', async () => {
  write('specs/one/tasks.md', overlap)
  const other = write('specs/oneness/tasks.md', overlap)
  const { diagnostics, connection } = await start()
  expect((await diagnostics.next()).diagnostics).toHaveLength(1)
  expect((await diagnostics.next()).diagnostics).toHaveLength(1)
  rmSync(path.join(folder, 'specs/one'), { recursive: true })
  await fileChanged(pathToFileURL(path.join(folder, 'specs/one')).toString(), FileChangeType.Deleted)
  expect((await diagnostics.next()).diagnostics).toEqual([])
  const specs: readonly { uri: string }[] = await connection.sendRequest('parallelTasks/specs', {})
  expect(specs.map(({ uri }) => uri)).toEqual([other])
})

it('reads the specs of a folder that came as a whole, but not those below excluded ones', async () => {
  const { diagnostics, connection } = await start()
  await connection.sendRequest('parallelTasks/specs', {})
  const uri = write('specs/one/tasks.md', overlap)
  write('specs/node_modules/x/tasks.md', overlap)
  await fileChanged(pathToFileURL(path.join(folder, 'specs')).toString(), FileChangeType.Created)
  expect((await diagnostics.next()).uri).toBe(uri)
  const specs: readonly { uri: string }[] = await connection.sendRequest('parallelTasks/specs', {})
  expect(specs.map((spec) => spec.uri)).toEqual([uri])
})

it('goes by the editor while a document is open, and by the file again after it is closed', async () => {
  const uri = write('tasks.md', overlap)
  const { diagnostics, open, connection } = await start()
  expect((await diagnostics.next()).diagnostics).toHaveLength(1)
  await open(uri, clean)
  expect(await diagnostics.next()).toEqual({ uri, version: 1, diagnostics: [] })
  await fileChanged(uri, FileChangeType.Changed)
  await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
  const after = await diagnostics.next()
  expect([after.version, after.diagnostics.map(({ code }) => code)]).toEqual([undefined, ['file-overlap']])
})

it('tells on the first line of tasks.md what is wrong with the state file, and forgets it when the file is repaired', async () => {
  const uri = write('tasks.md', clean)
  const state = write('.ralph-state.json', '{"taskIndex": "one"}')
  const { diagnostics } = await start()
  expect(await diagnostics.next()).toEqual({
    uri,
    diagnostics: [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 35 } },
        severity: 1,
        code: 'invalid-state-file',
        source: 'parallel-tasks',
        message:
          '.ralph-state.json is no valid state file (taskIndex must be integer). Repair it, or move it away; nothing can run until then.',
        data: { reason: 'is no valid state file (taskIndex must be integer)' },
      },
    ],
  })
  write('.ralph-state.json', '{"taskIndex": 0}')
  await fileChanged(state, FileChangeType.Changed)
  expect(await diagnostics.next()).toEqual({ uri, diagnostics: [] })
})

it('tells in the state file, too, where it disagrees with tasks.md', async () => {
  write('tasks.md', clean)
  const state = write('.ralph-state.json', '{\n  "totalTasks": 9\n}')
  const { diagnostics } = await start()
  expect(await diagnostics.next(({ uri }) => uri === state)).toMatchObject({
    diagnostics: [
      {
        range: { start: { line: 1, character: 16 }, end: { line: 1, character: 17 } },
        code: 'state-mismatch',
        message: '.ralph-state.json: totalTasks is 9, but tasks.md has 2.',
      },
    ],
  })
  write('.ralph-state.json', '{"totalTasks": 2}')
  await fileChanged(state, FileChangeType.Changed)
  expect(await diagnostics.next(({ uri }) => uri === state)).toEqual({ uri: state, diagnostics: [] })
})

it('knows a thousand specs, and answers about one of them meanwhile', async () => {
  for (let number = 0; number < 1000; number++) write(`specs/${number}/tasks.md`, number % 100 === 0 ? overlap : clean)
  const { connection, diagnostics } = await start()
  const one = pathToFileURL(path.join(folder, 'specs/7/tasks.md')).toString()
  expect(await connection.sendRequest('parallelTasks/outline', { uri: one })).toMatchObject({ uri: one, total: 2 })
  const specs: readonly unknown[] = await connection.sendRequest('parallelTasks/specs', {})
  expect(specs).toHaveLength(1000)
  for (let count = 0; count < 10; count++) expect((await diagnostics.next()).diagnostics).toHaveLength(1)
})

it('takes severities from the settings, at once when they change', async () => {
  const uri = write('tasks.md', overlap)
  const { diagnostics, setSettings, connection } = await start({ settings: { rules: { 'file-overlap': 'error' } } })
  expect((await diagnostics.next(({ diagnostics: [first] }) => first?.severity === 1)).uri).toBe(uri)
  setSettings({ rules: { 'file-overlap': 'off' } })
  await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null })
  expect(await diagnostics.next()).toEqual({ uri, diagnostics: [] })
})

it('tells a bad settings value without a link that it brings along', async () => {
  const { messages } = await start({ settings: { rules: { '[x](command:quit)': 'off' } } })
  expect(await messages.next()).toContain('"[x]\u200B(command:quit)", which is no rule')
})

it('tells a bad settings value once, however often it is read', async () => {
  const { messages, connection } = await start({ settings: { maxConcurrent: 99 } })
  expect(await messages.next()).toBe(
    'parallelTasks.maxConcurrent must be a whole number from 1 to 32, not 99; 3 is used.',
  )
  await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null })
  await connection.sendRequest('parallelTasks/specs', {})
  expect(messages.waiting()).toEqual([])
})

it('follows the include patterns, for open documents too', async () => {
  const { setSettings, connection, diagnostics, open } = await start()
  const uri = pathToFileURL(path.join(folder, 'plans/work.md')).toString()
  await open(uri, overlap)
  expect(await connection.sendRequest('parallelTasks/outline', { uri })).toBeNull()
  setSettings({ files: { include: ['plans/*.md'] } })
  await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null })
  expect((await diagnostics.next()).uri).toBe(uri)
})
