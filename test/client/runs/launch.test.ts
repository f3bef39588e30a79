import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LaunchOptions, RunOrder } from '../../../client/src/runs/launch'
import { launchRun, RunRefused } from '../../../client/src/runs/launch'
import { createAliveCheck } from '../../../client/src/runs/processAlive'
import { runnerEnvironment } from '../../../client/src/runs/runnerProcess'
import { createRunStore, type RunStore } from '../../../client/src/runs/runStore'
import { journalLines, runEnded, runStarted } from '../journalFixture'

const runId = '20261122T194500-aaaa'
let folder: string
let runs: RunStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-'))
  runs = createRunStore({ isAlive: createAliveCheck(), host: hostname(), pollMs: 1_000_000, onError: () => {} })
})
afterEach(() => runs.dispose())

describe('the start of a run', () => {
  it('gives the run of a runner that was over at once', async () => {
    const view = await launchRun(order(), options(scriptedRunner([runStarted(), runEnded('success')], 0)))
    expect(view.life).toBe('ended')
    expect(view.state.outcome).toBe('success')
  })

  it('hands over command, file, flags and a settings file that only its owner can read', async () => {
    await launchRun(order(), options(scriptedRunner([runStarted(), runEnded('success')], 0)))
    const given: readonly string[] = JSON.parse(readFileSync(join(folder, 'args.json'), 'utf8'))
    const [command, file, ...rest] = given
    expect([command, file, rest.slice(0, 3)]).toEqual(['run', order().file, ['--group', '#1', '--config']])
    const config = rest[3] ?? ''
    expect(JSON.parse(readFileSync(config, 'utf8'))).toEqual({ executor: 'shell' })
    expect(statSync(config).mode & 0o777).toBe(0o600)
  })

  it.skipIf(process.platform === 'win32')('makes the runner the first of a process group of its own', async () => {
    const group = "require('node:child_process').execFileSync('ps', ['-o', 'pgid=', '-p', String(process.pid)])"
    const refused = launchRun(
      order(),
      options(
        script(
          `process.stderr.write(\`error: \${process.pid} leads \${String(${group}).trim()}.\\n\`); process.exitCode = 2`,
        ),
      ),
    )
    await expect(refused).rejects.toThrow(/^(\d+) leads \1\.$/)
  })

  it('passes on the words of a runner that would not begin', async () => {
    const refused = launchRun(
      order(),
      options(script(`process.stderr.write('error: No agent is installed; choose one.\\n'); process.exitCode = 2`)),
    )
    await expect(refused).rejects.toThrow(new RunRefused('No agent is installed; choose one.', 2))
  })

  it('does not take an older run for the one that came to nothing', async () => {
    const older = join(folder, '.parallel-tasks', 'runs', runId)
    mkdirSync(older, { recursive: true })
    writeFileSync(
      join(older, 'events.ndjson'),
      journalLines([runStarted({ file: order().file }), runEnded('success')], runId).join(''),
    )
    await expect(launchRun(order(), options(script('process.exitCode = 1')))).rejects.toThrow('ended with code 1')
  })

  it('says so when the runner ends without a word', async () => {
    await expect(launchRun(order(), options(script('process.exitCode = 1')))).rejects.toThrow(
      'ended with code 1 before it began',
    )
  })
})

it('keeps what belongs to the editor from the runner', () => {
  expect(runnerEnvironment({ PATH: '/bin', VSCODE_PID: '1', VSCODE_IPC_HOOK: 'x' })).toEqual({
    PATH: '/bin',
    ELECTRON_RUN_AS_NODE: '1',
  })
})

function order(): RunOrder {
  return { command: 'run', file: join(folder, 'tasks.md'), flags: ['--group', '#1'] }
}

function options(runner: string): LaunchOptions {
  return {
    program: { node: process.execPath, script: runner, env: process.env },
    runs,
    storage: join(folder, 'storage'),
    cwd: folder,
    config: { executor: 'shell' },
  }
}

function script(text: string): string {
  const path = join(folder, 'runner.js')
  writeFileSync(path, text)
  return path
}

/** A runner that writes these events as its own and ends. */
function scriptedRunner(events: Parameters<typeof journalLines>[0], code: number): string {
  const [first, ...rest] = events
  if (first?.kind !== 'runStarted') throw new Error('A run begins with runStarted.')
  const journal = join(folder, '.parallel-tasks', 'runs', runId, 'events.ndjson')
  // The first line holds the runner's own process id, so its checksum is made there, as a runner does it.
  const { kind, ...body } = { ...first, file: order().file, host: hostname() }
  const bare = { v: 1, seq: 0, at: new Date(0).toISOString(), runId, kind, ...body }
  return script(`
    const { mkdirSync, writeFileSync } = require('node:fs')
    const { createHash } = require('node:crypto')
    writeFileSync(${JSON.stringify(join(folder, 'args.json'))}, JSON.stringify(process.argv.slice(2)))
    const bare = { ...${JSON.stringify(bare)}, pid: process.pid }
    const sum = createHash('sha256').update(JSON.stringify(bare)).digest('hex').slice(0, 8)
    mkdirSync(${JSON.stringify(dirname(journal))}, { recursive: true })
    writeFileSync(${JSON.stringify(journal)}, JSON.stringify({ ...bare, sum }) + '\\n' + ${JSON.stringify(journalLines(rest, runId, 1).join(''))})
    process.exitCode = ${code}
  `)
}
