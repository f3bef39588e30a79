import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lens, openFile, showTasksView, treeRow } from '../hosts/steps.mjs'
import { openWindow } from './window'

it('stops the whole run from the lens and leaves the boxes open', async () => {
  const { page, workspace } = await openWindow()
  await openFile(page, 'specs/newsletter/tasks.md')
  await showTasksView(page)
  await lens(page, /Run parallel group \(3\)/).click()
  await treeRow(page, '1.4 Write the footer, running, attempt 1').waitFor()

  await lens(page, 'Stop').click()

  await treeRow(page, '1.4 Write the footer, cancelled, attempt 1').waitFor()
  await expect.poll(() => existsSync(join(workspace.folder, 'specs/newsletter/.parallel-tasks/lock'))).toBe(false)
  expect((await workspace.read('specs/newsletter/tasks.md')).match(/^- \[.\] 1\.[234]/gm)).toEqual([
    '- [ ] 1.2',
    '- [ ] 1.3',
    '- [ ] 1.4',
  ])
  expect(workspace.git('log', '--format=%s')).toBe('chore: start')
})
