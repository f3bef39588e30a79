import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureLines } from '../../../client/src/tasks/runText'
import { makeFolder, runCli } from '../../runner/commands/runCli'
import { viewAfter } from '../viewFixture'
import { attemptEnded, attemptStarting, batchStarted, runStarted } from '../journalFixture'

const manifest: { contributes: { problemMatchers: { pattern: { regexp: string } }[] } } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
)
const pattern = new RegExp(manifest.contributes.problemMatchers[0]?.pattern.regexp ?? 'nothing')

describe('the problem matcher', () => {
  it('reads what lint prints', async () => {
    const cwd = await makeFolder({
      'specs/a/tasks.md': '- [ ] 1.1 [P] Two\n  - **Files**: `a.ts`\n- [ ] 1.1 [P] Twins\n  - **Files**: `b.ts`\n',
    })
    const { out } = await runCli(['lint', 'specs/a'], cwd)
    const found = out.split('\n').flatMap((line) => {
      const match = pattern.exec(line)
      return match === null ? [] : [match.slice(1)]
    })
    expect(found.map(([file, line, , severity, , code]) => [file, line, severity, code])).toContainEqual([
      'specs/a/tasks.md',
      '3',
      'error',
      'duplicate-id',
    ])
    expect(found.every(([, , , , message]) => message !== undefined && message.trim() === message)).toBe(true)
  })

  it('reads the failures that a task prints', () => {
    const view = viewAfter(
      'ended',
      runStarted(),
      batchStarted,
      attemptStarting(1),
      attemptEnded(1, 'failed', 'It exited with 1.'),
    )
    const [line = '', ...more] = failureLines(view.state, 'specs/demo/tasks.md')
    expect(more).toEqual([])
    expect(pattern.exec(line)?.slice(1)).toEqual([
      'specs/demo/tasks.md',
      expect.stringMatching(/^\d+$/),
      '1',
      'error',
      '1.2 Create b: It exited with 1.',
      'exit-code',
    ])
  })
})
