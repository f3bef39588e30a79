import { execFileSync } from 'node:child_process'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { makeFolder } from '../commands/runCli'

const root = join(import.meta.dirname, '..', '..', '..')

/** Bundles the runner as it is shipped and gives its path. */
export async function bundleRunner(): Promise<string> {
  const folder = await makeFolder({})
  await mkdir(join(folder, 'dist'))
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'))
  const outdir = join(folder, 'dist')
  execFileSync(process.execPath, ['scripts/build.mjs', '--production', '--outdir', outdir], { cwd: root })
  return join(outdir, 'runner.js')
}

/** A folder that is a git repository with these files committed. */
export async function makeRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await makeFolder(files)
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd, stdio: 'ignore' })
  git('init', '-q')
  git('config', 'user.name', 'Test')
  git('config', 'user.email', 'test@example.com')
  git('add', '.')
  git('commit', '-qm', 'start')
  return cwd
}

/** A client of the official SDK that talks to the bundled runner. */
export interface Session {
  readonly client: Client
  /** Everything the server wrote to standard error. */
  readonly errors: () => string
  /** The text of a tool's answer, its data, and whether it is an error. */
  readonly call: (
    name: string,
    input?: Record<string, unknown>,
    options?: Parameters<Client['callTool']>[2],
  ) => Promise<{ readonly text: string; readonly data: Record<string, unknown>; readonly isError: boolean }>
  readonly close: () => Promise<void>
}

/** Starts `parallel-tasks mcp --stdio` in a folder; the client has roots when they are given. */
export async function openSession(
  program: string,
  cwd: string,
  options: { readonly args?: readonly string[]; readonly roots?: readonly string[] } = {},
): Promise<Session> {
  const { args = [], roots } = options
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, 'mcp', '--stdio', ...args],
    cwd,
    stderr: 'pipe',
  })
  let stderr = ''
  transport.stderr?.on('data', (data: Buffer) => (stderr += data.toString()))
  const client = new Client({ name: 'test', version: '1' }, { capabilities: roots === undefined ? {} : { roots: {} } })
  if (roots !== undefined)
    client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: roots.map((uri) => ({ uri })) }))
  await client.connect(transport)
  return {
    client,
    errors: () => stderr,
    close: () => client.close(),
    async call(name, input = {}, callOptions) {
      const answer = await client.callTool({ name, arguments: input }, undefined, callOptions)
      const content: readonly unknown[] = Array.isArray(answer.content) ? answer.content : []
      const [first] = content
      const text =
        typeof first === 'object' && first !== null && 'text' in first && typeof first.text === 'string'
          ? first.text
          : ''
      const data: unknown = answer.structuredContent
      return { text, data: isRecord(data) ? data : {}, isError: answer.isError === true }
    },
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
