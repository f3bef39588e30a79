import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import esbuild from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createProtocolConnection,
  ShutdownRequest,
  ExitNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { shakeHands } from './startClient'

let folder: string
let program: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pt-bundle-'))
  program = path.join(folder, 'server.js')
  await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, '../../server/src/main.ts')],
    outfile: program,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (exitCode) => resolve(exitCode)))

it('serves an editor over stdio and leaves when it is told to', async () => {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = exitOf(child)
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const client = await shakeHands(connection, {})
  await client.open('file:///spec/tasks.md', '- [ ] T001 a\n- [ ] T001 b\n')
  const pushed = await client.diagnostics.next()
  expect(pushed.diagnostics.map(({ code }) => code)).toEqual(['duplicate-id'])
  await connection.sendRequest(ShutdownRequest.type)
  await connection.sendNotification(ExitNotification.type)
  expect(await exited).toBe(0)
})

it('says what it needs when it is started without a transport', async () => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = exitOf(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  expect(await exited).toBe(2)
  expect(said).toBe('The language server needs a transport; start it with --stdio.\n')
})
