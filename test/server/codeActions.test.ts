import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CodeActionRequest, Command, type CodeAction, type Range } from 'vscode-languageserver-protocol/node'
import { startClient, type TestClient } from './startClient'

let folder: string
let client: TestClient
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pt-actions-'))
})
afterEach(() => {
  client.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).toString()
const line = (number: number): Range => ({
  start: { line: number, character: 0 },
  end: { line: number, character: 99 },
})
const actions = async (range: Range, only?: string[]): Promise<readonly CodeAction[]> => {
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) }
  const found = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: uriOf('tasks.md') },
    range,
    context,
  })
  return (found ?? []).filter((action): action is CodeAction => !Command.is(action))
}

it('offers a quick fix as an edit of the document, with the diagnostic that it belongs to', async () => {
  client = await startClient()
  await client.open(uriOf('tasks.md'), '- [ ] [P] T001 a\n- [ ] T002 [P] b\n')
  const [action, ...others] = await actions(line(0), ['quickfix'])
  expect(others).toEqual([])
  expect(action).toMatchObject({
    title: 'Move [P] behind T001',
    kind: 'quickfix',
    isPreferred: true,
    edit: {
      changes: {
        [uriOf('tasks.md')]: [
          { range: { start: { line: 0, character: 6 }, end: { line: 0, character: 10 } }, newText: '' },
          { range: { start: { line: 0, character: 14 }, end: { line: 0, character: 14 } }, newText: ' [P]' },
        ],
      },
    },
  })
  expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['misplaced-marker'])
})

it('offers nothing where there is no problem, and "fix all" only when asked for', async () => {
  client = await startClient()
  await client.open(uriOf('tasks.md'), '- [ ] [P] T001 a\n- [ ] T002 [P] b\n')
  expect(await actions(line(1), ['quickfix'])).toEqual([])
  expect((await actions(line(1), ['source.fixAll'])).map(({ kind }) => kind)).toEqual(['source.fixAll.parallelTasks'])
})

it.each([
  [true, ['Mark T001 and T002 [P]', 'Move T001 down']],
  [false, ['Move T001 down']],
])('offers an action that is disabled only to a client that can show it (%j)', async (disabledActions, titles) => {
  client = await startClient({ disabledActions })
  await client.open(uriOf('tasks.md'), '- [ ] T001 a in a.ts\n- [ ] T002 b in a.ts\n')
  const both = { start: line(0).start, end: line(1).end }
  const found = await actions(both, ['refactor'])
  expect(found.map(({ title }) => title)).toEqual(titles)
  expect(found.flatMap(({ disabled }) => disabled?.reason ?? [])).toHaveLength(disabledActions ? 1 : 0)
})

it('repairs the state file beside the document', async () => {
  writeFileSync(path.join(folder, '.ralph-state.json'), '{"phase":"execution","totalTasks":9}')
  client = await startClient()
  await client.open(uriOf('tasks.md'), '- [ ] T001 a\n')
  await client.diagnostics.next(({ diagnostics }) => diagnostics.length > 0)
  const [action] = await actions(line(0), ['quickfix'])
  expect(action?.edit?.changes).toEqual({
    [uriOf('.ralph-state.json')]: [
      { range: { start: { line: 0, character: 34 }, end: { line: 0, character: 35 } }, newText: '1' },
    ],
  })
})
