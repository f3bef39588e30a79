import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, readJson, runCli, type CliResult } from './runCli'

/** A task that says it is there and waits until the test lets it go on. */
const waiting = (id: string): string =>
  `- [ ] ${id} [P] Wait ${id}\n  - **Run**: \`echo begun ${id}; touch ${id}.begun; while [ ! -f go ]; do sleep 0.02; done; echo over ${id}\`\n`

interface Live {
  readonly folder: string
  readonly run: Promise<CliResult>
  readonly letGo: () => void
}

/** Starts a run of two waiting tasks and comes back when both have begun. */
async function startRun(): Promise<Live> {
  const folder = await makeFolder({ 'x/tasks.md': waiting('1.1') + waiting('1.2') })
  let begun = (): void => undefined
  const both = new Promise<void>((resolve) => {
    begun = resolve
  })
  let started = 0
  const run = runCli(['run', 'x', '--executor', 'shell'], folder, {
    onOutput: (text) => {
      if (/\] started/.test(text) && ++started === 2) begun()
    },
  })
  await Promise.race([both, run])
  return { folder, run, letGo: () => writeFileSync(join(folder, 'go'), '') }
}

describe('from another terminal, while a run goes on', () => {
  it('status shows it running and says how to stop it', async () => {
    const { folder, run, letGo } = await startRun()
    const { out } = await runCli(['status', 'x'], folder)
    expect(out).toMatch(/^Running {2}shell/)
    expect(out).toMatch(/1\.1 Wait 1\.1 {2}running/)
    expect(out).toMatch(/Stop it: parallel-tasks cancel x\n$/)
    expect(readJson((await runCli(['status', 'x', '--json'], folder)).out)).toMatchObject({
      standing: 'live',
      outcome: null,
      pid: process.pid,
    })
    letGo()
    expect((await run).code).toBe(0)
  })

  it('a second run, merge, resume and retry are refused and told who holds the spec', async () => {
    const { folder, run, letGo } = await startRun()
    for (const command of [
      ['run', 'x', '--executor', 'shell'],
      ['resume', 'x'],
      ['retry', 'x'],
      ['merge', 'x'],
    ]) {
      const { code, err } = await runCli(command, folder)
      expect({ command, code }).toEqual({ command, code: 2 })
      expect(err).toMatch(/^parallel-tasks: [^\n]+\n$/)
    }
    expect((await runCli(['merge', 'x'], folder)).err).toContain(String(process.pid))
    letGo()
    expect((await run).code).toBe(0)
  })

  it('logs --follow prints what comes until the task ends', async () => {
    const { folder, run, letGo } = await startRun()
    let printed = ''
    const logs = runCli(['logs', 'x', '--task', '1.1', '--follow'], folder, {
      onOutput: (text) => {
        printed += text
        if (printed.includes('begun 1.1')) letGo()
      },
    })
    expect((await logs).out).toMatch(/begun 1\.1\nover 1\.1\n/)
    expect((await run).code).toBe(0)
  })

  it('cancel --task ends one task, the other succeeds', async () => {
    const { folder, run, letGo } = await startRun()
    expect(await runCli(['cancel', 'x', '--task', '1.2'], folder)).toEqual({
      code: 0,
      out: 'Task 1.2 is cancelled.\n',
      err: '',
    })
    letGo()
    const { out } = await run
    expect(out).toMatch(/✓ 1\.1 Wait/)
    expect(out).toMatch(/⊘ 1\.2 Wait/)
  })

  it('cancel ends the run and comes back when it is gone', async () => {
    const { folder, run } = await startRun()
    const { code, out } = await runCli(['cancel', 'x'], folder)
    expect(code).toBe(0)
    expect(out).toMatch(/^Run \S+ is cancelled\.\n$/)
    expect(existsSync(join(folder, 'x/.parallel-tasks/lock'))).toBe(false)
    expect((await run).code).toBe(130)
  })
})
