import { afterEach, beforeEach, expect, it } from 'vitest'
import { CancellationTokenSource, CodeLensRequest, ErrorCodes, HoverRequest } from 'vscode-languageserver-protocol/node'
import { startClient, type TestClient } from './startClient'

const uri = 'file:///spec/tasks.md'
let client: TestClient
beforeEach(async () => {
  client = await startClient()
  await client.open(uri, '- [ ] T001 a\n')
})
afterEach(() => client.dispose())

const stillAlive = async (): Promise<void> => {
  expect(await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })).toHaveLength(2)
}

it.each([
  'textDocument/codeLens',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/documentLink',
  'textDocument/inlayHint',
])('answers %s about an unknown document with an empty list', async (method) => {
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
  const params = { textDocument: { uri: 'file:///nowhere.md' }, range }
  expect(await client.connection.sendRequest(method, params)).toEqual([])
  await stillAlive()
})

it.each([
  { line: 9999, character: 0 },
  { line: 0, character: 9999 },
  { line: -1, character: -5 },
])('answers a hover at %j with null', async (position) => {
  expect(await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position })).toBeNull()
  await stillAlive()
})

it.each([
  ['textDocument/hover', null],
  ['textDocument/hover', { textDocument: {} }],
  ['textDocument/hover', { textDocument: { uri } }],
  ['textDocument/codeLens', []],
  ['textDocument/codeLens', 'x'],
  ['parallelTasks/outline', null],
  ['parallelTasks/outline', { uri: 12 }],
  ['parallelTasks/nothing', {}],
])('answers a malformed %s (%j) with an error or nothing, and lives on', async (method, params) => {
  const answer: unknown = await client.connection.sendRequest(method, params).catch((error: unknown) => error)
  expect(answer === null || answer instanceof Error || (Array.isArray(answer) && answer.length === 0)).toBe(true)
  await stillAlive()
})

it.each([
  ['textDocument/didOpen', {}],
  [
    'textDocument/didOpen',
    { textDocument: { uri: 'not a uri at all', languageId: 'markdown', version: 1, text: 'x' } },
  ],
  ['textDocument/didChange', { textDocument: { uri }, contentChanges: [{ text: 'x' }] }],
  [
    'textDocument/didChange',
    { textDocument: { uri: 'file:///nowhere.md', version: 1 }, contentChanges: [{ text: 'x' }] },
  ],
  ['textDocument/didClose', { textDocument: { uri: 'file:///nowhere.md' } }],
  ['parallelTasks/runChanged', { uri }],
  ['parallelTasks/runChanged', null],
  ['parallelTasks/runChanged', { uri, run: { tasks: 'x' } }],
  ['workspace/didChangeWatchedFiles', { changes: [{}] }],
  ['workspace/didChangeWatchedFiles', {}],
])('lives on after a malformed %s (%j)', async (method, params) => {
  await client.connection.sendNotification(method, params)
  await stillAlive()
})

it('parses a document that turns binary', async () => {
  await client.replace(uri, 2, `\u0000\uFFFD${'\u0001\uD800'.repeat(100)}`)
  expect(await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })).toEqual([])
})

const anywhere = [
  { line: 0, character: 7 },
  { line: 9999, character: 9999 },
  { line: -1, character: -1 },
]
const requests = [
  'hover',
  'completion',
  'definition',
  'references',
  'documentHighlight',
  'prepareRename',
  'rename',
  'selectionRange',
  'codeAction',
  'inlayHint',
  'semanticTokens/full',
  'semanticTokens/range',
  'documentLink',
]

it.each(requests)('answers textDocument/%s anywhere, with any or no parameters, and lives on', async (request) => {
  for (const position of anywhere) {
    const range = { start: position, end: position }
    const whole = {
      textDocument: { uri },
      position,
      positions: [position],
      range,
      newName: 'T009',
      context: { diagnostics: [], includeDeclaration: true },
    }
    for (const params of [whole, { ...whole, textDocument: { uri: 'file:///nowhere.md' } }]) {
      const answer: unknown = await client.connection
        .sendRequest(`textDocument/${request}`, params)
        .catch((error: unknown) => error)
      expect(answer === null || typeof answer === 'object').toBe(true)
    }
  }
  for (const params of [{}, { textDocument: { uri } }, { textDocument: 1, position: 'x' }]) {
    await client.connection.sendRequest(`textDocument/${request}`, params).catch(() => undefined)
  }
  await stillAlive()
})

it.each(requests)('answers textDocument/%s without what it needs with InvalidParams', async (request) => {
  const codeOf = async (params: unknown): Promise<unknown> =>
    client.connection.sendRequest(`textDocument/${request}`, params).then(
      () => undefined,
      ({ code }: { readonly code: unknown }) => code,
    )
  expect(await codeOf({})).toBe(ErrorCodes.InvalidParams)
  expect(await codeOf({ textDocument: { uri: 1 }, position: {}, range: [], positions: 1 })).toBe(
    ErrorCodes.InvalidParams,
  )
  const needsMore = !['semanticTokens/full', 'documentLink'].includes(request)
  expect(await codeOf({ textDocument: { uri } })).toBe(needsMore ? ErrorCodes.InvalidParams : undefined)
})

it('answers a request that is cancelled, and lives on', async () => {
  const source = new CancellationTokenSource()
  const asked = client.connection
    .sendRequest(CodeLensRequest.type, { textDocument: { uri } }, source.token)
    .catch(() => undefined)
  source.cancel()
  await asked
  await stillAlive()
})

it('answers about a state file and notes that hold anything at all, and lives on', async () => {
  for (const name of ['.ralph-state.json', '.progress.md']) {
    const beside = `file:///spec/${name}`
    for (const [version, text] of [
      '',
      '{',
      '}]',
      '"',
      '\u0000\uD800',
      '[[[[1',
      '- [ ] T001\r',
      '{"taskIndex":-1e99}',
    ].entries()) {
      if (version === 0) await client.open(beside, text)
      else await client.replace(beside, version + 1, text)
      for (const position of anywhere) {
        const whole = {
          textDocument: { uri: beside },
          position,
          range: { start: position, end: position },
          context: { diagnostics: [] },
        }
        for (const request of ['hover', 'documentLink', 'codeAction']) {
          const answer: unknown = await client.connection.sendRequest(`textDocument/${request}`, whole)
          expect(answer === null || typeof answer === 'object').toBe(true)
        }
      }
    }
  }
  await stillAlive()
})
