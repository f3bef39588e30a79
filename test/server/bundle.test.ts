import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createProtocolConnection,
  ShutdownRequest,
  ExitNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { methods } from '#core/wire/messages'
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

it('knows a thousand specs of ten tasks each within 192 MB of memory', { timeout: 120_000 }, async () => {
  const task = (number: number): string =>
    `- [ ] 1.${number} [P] Write part ${number}\n  - **Do**: Write it down, word for word\n  - **Files**: \`src/${number}.ts\`\n` +
    `  - **Done when**: It is there\n  - **Verify**: \`test -f src/${number}.ts\`\n`
  const text = `# Tasks\n\n## Phase 1: Build\n\n${Array.from({ length: 10 }, (_, at) => task(at + 1)).join('\n')}`
  const workspace = path.join(folder, 'thousand')
  for (let number = 0; number < 1000; number++) {
    mkdirSync(path.join(workspace, `${number}`), { recursive: true })
    writeFileSync(path.join(workspace, `${number}`, 'tasks.md'), text)
  }
  const child = spawn(process.execPath, ['--max-old-space-size=192', program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = exitOf(child)
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  await shakeHands(connection, { folders: [pathToFileURL(workspace).toString()] })
  const tasks = connection
    .sendRequest<readonly { readonly total: number }[]>(methods.specs, {})
    .then((specs) => specs.reduce((sum, { total }) => sum + total, 0))
  const ended = exited.then((code) => `The server ended with ${code}.`)
  expect(await Promise.race([tasks, ended])).toBe(10_000)
  await connection.sendRequest(ShutdownRequest.type)
  await connection.sendNotification(ExitNotification.type)
  expect(await exited).toBe(0)
})
