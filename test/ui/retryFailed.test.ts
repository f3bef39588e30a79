import { expect, it } from 'vitest'
import { lens, openFile, showTasksView, terminalTabs, toast, treeRow } from '../hosts/steps.mjs'
import { openWindow } from './window'

const tasks = 'specs/newsletter/tasks.md'

it('keeps what succeeded when one task fails, and completes the rest from the retry lens', async () => {
  const { page, workspace } = await openWindow()
  await openFile(page, tasks)
  await showTasksView(page)
  await lens(page, /Run parallel group \(3\)/).click()
  await workspace.open('header')
  await workspace.open('articles', 'fail')
  await workspace.open('footer')

  await toast(page, /1 of 3 tasks failed/).waitFor()
  await treeRow(page, /^1\.3 Write the article list, failed, attempt 1/).waitFor()
  await expect.poll(() => terminalTabs(page, '✗').count()).toBe(1)
  expect((await workspace.read(tasks)).match(/^- \[.\] 1\.[234]/gm)).toEqual(['- [x] 1.2', '- [ ] 1.3', '- [x] 1.4'])

  await workspace.open('articles')
  await lens(page, 'Retry failed').click()

  await treeRow(page, '1.3 Write the article list, done, attempt 2').waitFor()
  expect((await workspace.read(tasks)).match(/^- \[.\] 1\.[234]/gm)).toEqual(['- [x] 1.2', '- [x] 1.3', '- [x] 1.4'])
  expect(workspace.git('log', '--format=%s', '-1')).toBe('feat(page): write the article list')

  // The message about the failure stays until somebody closes it: its button is late now, and says so.
  await toast(page, /3 tasks done/).waitFor()
  await toast(page, /1 of 3 tasks failed/)
    .getByRole('button', { name: 'Retry Failed' })
    .click()
  await toast(page, /Nothing to run: what was asked for is done/).waitFor()
})
