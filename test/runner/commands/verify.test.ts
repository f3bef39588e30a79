import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { VerifyEvent } from '#core/wire/verifyEvents'
import { startOf } from '../../../runner/src/processes/identity'
import { makeFolder, readJsonLines, runCli, snapshot } from './runCli'

const spec = `# Tasks

- [x] 1.1 Done and well
  - **Verify**: \`echo all is well; pwd\`
- [ ] 1.2 Not there yet
  - **Verify**: \`echo nothing here; exit 3\`
- [ ] 1.3 In words
  - **Verify**: The page looks good
- [ ] 1.4 Nothing to judge it by
`

async function events(args: readonly string[], cwd: string): Promise<{ code: number; events: readonly VerifyEvent[] }> {
  const { code, out } = await runCli(['verify', 'specs/a', '--json', ...args], cwd)
  return { code, events: readJsonLines<VerifyEvent>(out) }
}

describe('verify', () => {
  it('says which tasks pass, which fail and why, and changes nothing', async () => {
    const cwd = await makeFolder({ 'specs/a/tasks.md': spec })
    execFileSync('git', ['init', '-q'], { cwd })
    const before = await snapshot(cwd)
    const { code, out, err } = await runCli(['verify', 'specs/a'], cwd)
    expect(out.replaceAll(/\d+\.\d+s/g, 'T')).toBe(
      [
        '✓ 1.1 Done and well  T',
        '✗ 1.2 Not there yet  T',
        '    Verify `echo nothing here; exit 3` exited with 3.',
        '    ── Verify: echo nothing here; exit 3',
        '    nothing here',
        '– 1.3 In words: Its Verify field is prose; put the command between backticks to have it run.',
        '1 passed, 1 failed, 1 without a command',
        '',
      ].join('\n'),
    )
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(await snapshot(cwd)).toEqual(before)
  })

  it('tells programs what happens, with the output, for the tasks named', async () => {
    const cwd = await makeFolder({ 'specs/a/tasks.md': spec })
    execFileSync('git', ['init', '-q'], { cwd })
    const { code, events: told } = await events(['--task', '1.1', '1.4'], cwd)
    expect(code).toBe(0)
    expect(told.filter(({ kind }) => kind !== 'output')).toEqual([
      { kind: 'taskStarted', index: 0, id: '1.1', title: 'Done and well', line: 3 },
      { kind: 'taskEnded', index: 0, verdict: 'success', reason: null, durationMs: expect.any(Number) },
      {
        kind: 'taskSkipped',
        index: 3,
        id: '1.4',
        title: 'Nothing to judge it by',
        line: 9,
        reason: 'It has no Verify field.',
      },
      { kind: 'ended', passed: 1, failed: 0, skipped: 1 },
    ])
    const output = told.map((event) => (event.kind === 'output' ? event.text : '')).join('')
    expect(output).toBe(`\n── Verify: echo all is well; pwd\nall is well\n${cwd}\n`)
  })

  it('ends the command, with what it started, on Ctrl+C and exits with 130', async () => {
    const cwd = await makeFolder({
      'specs/a/tasks.md':
        '- [ ] 1.1 Endless\n  - **Verify**: `sleep 600 & echo $! > pid; echo begun; wait`\n- [ ] 1.2 Next\n  - **Verify**: `touch next`\n',
    })
    let interrupt = (): void => undefined
    const { code, out } = await runCli(['verify', 'specs/a', '--json'], cwd, {
      onStart: (press) => (interrupt = press),
      onOutput: (text) => {
        if (text.includes('"output"') && text.includes('begun\\n')) interrupt()
      },
    })
    expect(code).toBe(130)
    const ends = readJsonLines<VerifyEvent>(out).filter((event) => event.kind === 'taskEnded')
    expect(ends.map(({ verdict }) => verdict)).toEqual(['cancelled', 'cancelled'])
    expect(existsSync(join(cwd, 'next'))).toBe(false)
    const pid = Number(await readFile(join(cwd, 'pid'), 'utf8'))
    expect(startOf(pid)).toBeUndefined()
  })

  it('leaves nothing running behind a command that passed', async () => {
    const cwd = await makeFolder({
      'specs/a/tasks.md': '- [ ] 1.1 Server\n  - **Verify**: `setsid sleep 600 >/dev/null 2>&1 & echo $! > pid`\n',
    })
    const { code } = await runCli(['verify', 'specs/a'], cwd)
    expect(code).toBe(0)
    const pid = Number(await readFile(join(cwd, 'pid'), 'utf8'))
    expect(startOf(pid)).toBeUndefined()
  })

  it('knows no task of another name', async () => {
    const cwd = await makeFolder({ 'specs/a/tasks.md': spec })
    const { code, err } = await runCli(['verify', 'specs/a', '--task', '9.9'], cwd)
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('There is no task "9.9"') })
  })
})
