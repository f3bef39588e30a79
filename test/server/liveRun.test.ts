import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, it } from 'vitest'
import { methods } from '#core/wire/messages'
import { startClient, type TestClient } from './startClient'

let folder: string
let client: TestClient
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pt-server-'))
  client = await startClient({ folders: [pathToFileURL(folder).toString()] })
})
afterEach(() => {
  client.dispose()
  rmSync(folder, { recursive: true, force: true })
})

it('does not call it a mismatch that the state file is ahead of the boxes while a run goes on', async () => {
  const uri = pathToFileURL(path.join(folder, 'tasks.md')).toString()
  const state = { phase: 'execution', taskResults: { 0: { status: 'success' } } }
  writeFileSync(path.join(folder, '.ralph-state.json'), JSON.stringify(state))
  const run = { runId: 'r', live: true, outcome: null, tasks: [] }

  await client.open(uri, '- [ ] T001 [P] Create a in src/a.ts\n- [ ] T002 [P] Create b in src/b.ts\n')
  await codesBecome(uri, ['state-mismatch'])
  await client.connection.sendNotification(methods.runChanged, { uri, run })
  await codesBecome(uri, [])
  await client.connection.sendNotification(methods.runChanged, { uri, run: { ...run, live: false } })
  await codesBecome(uri, ['state-mismatch'])
})

/** Passes over diagnostics until a document has exactly these. */
async function codesBecome(uri: string, codes: readonly string[]): Promise<void> {
  for (;;) {
    const sent = await client.diagnostics.next()
    if (sent.uri === uri && JSON.stringify(sent.diagnostics.map(({ code }) => code)) === JSON.stringify(codes)) return
  }
}
