import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drive } from '../../acceptance/drive'
import { makeWorkspace } from '../../acceptance/workspace'

test('temporary files of a writer that was killed are removed by the next run, files of the user are not', async () => {
  const workspace = makeWorkspace('- [ ] 1.1 Do it\n  - **Run**: `true`\n  - **Commit**: None\n')
  workspace.write('specs/demo/.ralph-state.json.243227057', '{"taskIn')
  workspace.write('specs/demo/.progress.md.4294967295', '## Learn')
  workspace.write('specs/demo/.progress.md.bak', 'mine')
  workspace.write('specs/demo/notes.md.1', 'mine too')
  expect((await drive(workspace)).exitCode).toBe(0)
  expect(readdirSync(workspace.specDir).sort()).toEqual([
    '.parallel-tasks',
    '.progress.md.bak',
    '.ralph-state.json',
    'notes.md.1',
    'tasks.md',
  ])
})
