import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './runCli'

const root = join(import.meta.dirname, '..', '..', '..')
let folder: string
const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')

beforeAll(() => {
  process.env['DEMO_PACE'] = '0.01'
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pt-demo-')))
  cpSync(join(root, 'examples/demo'), folder, { recursive: true })
  git('init', '-q')
  git('config', 'user.name', 'A Person')
  git('config', 'user.email', 'a@example.com')
  git('config', 'commit.gpgsign', 'false')
  git('add', '-A')
  git('commit', '-q', '-m', 'start')
})

describe('the demo spec', () => {
  it('has no problems', async () => {
    expect((await runCli(['lint', 'specs/moon', '--max-severity', 'none'], folder)).code).toBe(0)
  })

  it('runs its group of three side by side: boxes, notes and one commit each', async () => {
    const { code, out } = await runCli(['run', 'specs/moon', '--group', '1.2', '--executor', 'shell'], folder)
    expect({ code, signals: out.match(/^\w+_COMPLETE$/gm) }).toEqual({
      code: 0,
      signals: ['TASK_COMPLETE', 'TASK_COMPLETE', 'TASK_COMPLETE', 'BATCH_COMPLETE'],
    })
    expect(read('specs/moon/tasks.md').match(/^- \[x\] [\d.]+/gm)).toEqual([
      '- [x] 1.1',
      '- [x] 1.2',
      '- [x] 1.3',
      '- [x] 1.4',
    ])
    expect(read('specs/moon/.progress.md')).toMatch(/- \[x\] 1\.2 .*\n- \[x\] 1\.3 .*\n- \[x\] 1\.4 .*\n/)
    expect(git('log', '--format=%s').trim().split('\n').slice(0, -1).reverse()).toEqual([
      'feat(moon): calculate the phase of the moon',
      'feat(page): show the moon and its name',
      'feat(style): draw the moon without a picture',
    ])
  })

  it('runs to its end, tests included', async () => {
    const { code, out } = await runCli(['run', 'specs/moon', '--all', '--executor', 'shell'], folder)
    expect(code).toBe(0)
    expect(out.match(/^ALL_TASKS_COMPLETE$/gm)).toHaveLength(1)
    expect(read('specs/moon/tasks.md')).not.toContain('- [ ]')
  })
})
