import { spawn, spawnSync } from 'node:child_process'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeFolder, readJson, readJsonLines } from './runCli'

const root = join(import.meta.dirname, '..', '..', '..')
let folder: string
let program: string

beforeAll(async () => {
  const many = Array.from(
    { length: 4000 },
    (_, at) => `- [ ] 1.${at} [P] Task number ${at} with a title that is not short\n`,
  ).join('')
  folder = await makeFolder({
    'package/dist/server.js': 'process.stdout.write(`server ${process.argv.slice(2).join(" ")}`)',
    'many/tasks.md': many,
    'waits/tasks.md': '- [ ] 1.1 Wait\n  - **Run**: `while :; do sleep 0.05; done`\n',
  })
  await mkdir(join(folder, 'package/dist'), { recursive: true })
  await copyFile(join(root, 'package.json'), join(folder, 'package/package.json'))
  program = join(folder, 'package/dist/runner.js')
  await build({
    entryPoints: [join(root, 'runner/src/main.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    outfile: program,
    logLevel: 'error',
  })
})

describe('the bundled program', () => {
  it('needs nothing but itself and the package.json beside it', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'plan', 'many', '--json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(readJson<{ tasks: unknown[] }>(stdout).tasks).toHaveLength(4000)
  })

  it.runIf(process.platform !== 'win32')('ends right after its work where no git is installed', () => {
    const { status, stderr, signal } = spawnSync(process.execPath, [program, 'doctor'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: folder },
      timeout: 20_000,
    })
    expect({ status, stderr, signal }).toEqual({ status: 0, stderr: '', signal: null })
  })

  it('is silent when nobody reads its output to the end', () => {
    const command = `"${process.execPath}" "${program}" plan many --json | head -n 1`
    const { stdout, stderr, status } = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect({ stdout, stderr, status }).toEqual({ stdout: '{\n', stderr: '', status: 0 })
  })

  it('hands lsp --stdio to the server beside it', () => {
    const { stdout, status } = spawnSync(process.execPath, [program, 'lsp', '--stdio'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect({ stdout, status }).toEqual({ stdout: 'server lsp --stdio', status: 0 })
  })

  it('tells wrong usage on standard error with exit code 2', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'plan', 'nowhere'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
    expect(stderr).toBe(
      'parallel-tasks: nowhere does not exist. Name a spec folder (one with a tasks.md) or a Markdown file.\n',
    )
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends a run in order on %s, with exit code 130', async (signal) => {
    const child = spawn(process.execPath, [program, 'run', 'waits', '--executor', 'shell', '--json'], { cwd: folder })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (!out.includes('"attemptStarted"') && (out + text).includes('"attemptStarted"')) child.kill(signal)
      out += text
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(code).toBe(130)
    const events = readJsonLines<{ kind: string; pid?: number; outcome?: string }>(out)
    expect(events.at(-1)).toMatchObject({ kind: 'runEnded', outcome: 'cancelled' })
    const pid = events.find((event) => event.kind === 'attemptStarted')?.pid ?? 0
    expect(() => process.kill(pid, 0)).toThrow()
  })
})
