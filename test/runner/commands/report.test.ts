import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { secretBlotter } from '../../../runner/src/console/blotSecrets'
import { makeFolder, readJson, runCli } from './runCli'

const tasks = '- [ ] 1.1 Say it\n  - **Run**: `echo the word is $REPORT_TEST_TOKEN`\n'
let folder: string

beforeAll(async () => {
  folder = await makeFolder({ 'x/tasks.md': tasks, 'y/tasks.md': tasks })
  process.env['REPORT_TEST_TOKEN'] = 'open-sesame-123'
  expect((await runCli(['run', 'x', '--executor', 'shell'], folder)).code).toBe(0)
})

describe('report', () => {
  it('puts journal, logs, plan, state and versions into a folder', async () => {
    const { code, out } = await runCli(['report', 'x', '--out', 'report'], folder)
    expect({ code, out }).toEqual({ code: 0, out: 'report\n' })
    const files = await readdir(join(folder, 'report'), { recursive: true })
    expect(files.sort()).toEqual([
      'events.ndjson',
      'logs',
      'logs/task-0.1.log',
      'plan.json',
      'status.json',
      'tasks.md',
      'versions.json',
    ])
    expect(readJson(readFileSync(join(folder, 'report/status.json'), 'utf8'))).toMatchObject({ outcome: 'success' })
    expect(readJson(readFileSync(join(folder, 'report/versions.json'), 'utf8'))).toMatchObject({
      program: '1.2.3',
      executor: 'shell',
    })
  })

  it('holds no secret of the environment, even when a task has printed it', async () => {
    await runCli(['report', 'x', '--out', 'clean'], folder)
    const log = readFileSync(join(folder, 'clean/logs/task-0.1.log'), 'utf8')
    expect(log).toContain('the word is [blotted out]')
    for (const name of ['events.ndjson', 'status.json', 'plan.json', 'versions.json']) {
      expect(readFileSync(join(folder, 'clean', name), 'utf8')).not.toContain('open-sesame')
    }
  })

  it('takes the folder of a run', async () => {
    const [runId = ''] = await readdir(join(folder, 'x/.parallel-tasks/runs'))
    const { out } = await runCli(['report', join('x/.parallel-tasks/runs', runId)], folder)
    expect(out).toBe(`parallel-tasks-report-${runId}\n`)
  })

  it.each([
    ['a spec without a run', 'report y', /y has no run yet/],
    ['a run that is not there', 'report x --run nope', /x has no run nope\. It has /],
    ['a folder that is there already', 'report x --out x', /x is there already\. Name another folder with --out/],
  ])('refuses %s with exit code 2', async (_, line, message) => {
    const { code, err } = await runCli(line.split(' '), folder)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})

describe('secretBlotter', () => {
  const blot = secretBlotter({ MY_API_KEY: 'correct horse', HOME: '/home/person', SHORT_TOKEN: 'abc' })
  it.each([
    ['a value of the environment', 'say correct horse twice: correct horse', 'say [blotted out] twice: [blotted out]'],
    ['a token of a code host', `x ghp_${'a1'.repeat(18)} y`, 'x [blotted out] y'],
    ['a bearer header', 'Authorization: Bearer abcdefghijklmnop', 'Authorization: Bearer [blotted out]'],
    ['a password in an address', 'https://me:hunter22@example.com/x', 'https://me:[blotted out]@example.com/x'],
    ['nothing else', '/home/person wrote abc in src/key.ts', '/home/person wrote abc in src/key.ts'],
  ])('blots out %s', (_, text, clean) => {
    expect(blot(text)).toBe(clean)
  })
})
