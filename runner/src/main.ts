import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandContext } from './commands/context'
import { runProgram } from './commands/program'
import { paintFor } from './console/paint'
import { outliveFileLimit } from './processes/outliveFileLimit'

/** The version in the package.json that lies beside `dist/`. */
function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'))
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return isManifest ? String(manifest.version) : '0.0.0'
}

/** Writes until the reader at the other end is gone; `| head` is no error. */
function writerTo(stream: NodeJS.WriteStream): { write: (text: string) => void; isClosed: () => boolean } {
  let closed = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') process.exitCode = 2
  })
  return { isClosed: () => closed, write: (text) => void (closed || stream.write(text)) }
}

/** Counts Ctrl+C and the system's requests to end. A closed terminal counts too; `nohup` has none. */
function onInterrupt(listener: (count: number) => void): () => void {
  let count = 0
  const heard = (): void => listener(++count)
  const signals: NodeJS.Signals[] = process.stdout.isTTY ? ['SIGINT', 'SIGTERM', 'SIGHUP'] : ['SIGINT', 'SIGTERM']
  for (const signal of signals) process.on(signal, heard)
  return () => {
    for (const signal of signals) process.off(signal, heard)
  }
}

outliveFileLimit()
const output = writerTo(process.stdout)
const errors = writerTo(process.stderr)

const context: CommandContext = {
  cwd: process.cwd(),
  version: ownVersion(),
  env: process.env,
  programDir: __dirname,
  stdout: process.stdout,
  stderr: process.stderr,
  paint: paintFor(process.stdout.isTTY, process.env),
  out: output.write,
  err: errors.write,
  isOutputClosed: output.isClosed,
  onInterrupt,
  exit: (code) => {
    process.exitCode = code
  },
}

void runProgram(process.argv.slice(2), context)
