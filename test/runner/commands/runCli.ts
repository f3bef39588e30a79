import { mkdir, mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { CommandContext } from '../../../runner/src/commands/context'
import { runProgram } from '../../../runner/src/commands/program'
import { paintFor } from '../../../runner/src/console/paint'

/** What a command line came to. */
export interface CliResult {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** How a test runs the program. */
export interface CliOptions {
  readonly env?: NodeJS.ProcessEnv
  /** Gets a function that plays Ctrl+C. */
  readonly onStart?: (interrupt: () => void) => void
  /** Called with every piece of output. */
  readonly onOutput?: (text: string) => void
}

/** Runs one command line within this process, as `main.ts` does, and gives what it printed. */
export async function runCli(args: readonly string[], cwd: string, options: CliOptions = {}): Promise<CliResult> {
  let code = 0
  let out = ''
  let err = ''
  const listeners = new Set<(count: number) => void>()
  let interrupts = 0
  const context: CommandContext = {
    cwd,
    version: '1.2.3',
    env: { ...process.env, ...options.env },
    programDir: cwd,
    stdout: stream(),
    stderr: stream(),
    paint: paintFor(false, options.env ?? {}),
    out: (text) => {
      out += text
      options.onOutput?.(text)
    },
    err: (text) => {
      err += text
    },
    isOutputClosed: () => false,
    onInterrupt: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    exit: (wanted) => {
      code = wanted
    },
  }
  options.onStart?.(() => {
    interrupts++
    for (const listener of listeners) listener(interrupts)
  })
  await runProgram(args, context)
  return { code, out, err }
}

/** What a JSON text says; the test says of which shape it is. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows the shape
export function readJson<T>(text: string): T {
  const value: T = JSON.parse(text)
  return value
}

/** The JSON objects of a text with one a line. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows the shape
export function readJsonLines<T>(text: string): readonly T[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => readJson<T>(line))
}

/** Makes a temporary folder with these files in it. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pt-cli-')))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** Every file below a folder with its content, to see that nothing changed. */
export async function snapshot(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, (await readFile(file)).toString('base64')] as const)),
  )
}

function stream(): NodeJS.WriteStream {
  const pipe: unknown = Object.assign(new PassThrough(), { isTTY: false, columns: 100, rows: 24 })
  if (!isWriteStream(pipe)) throw new Error('no stream')
  return pipe
}

function isWriteStream(stream: unknown): stream is NodeJS.WriteStream {
  return stream instanceof PassThrough
}
