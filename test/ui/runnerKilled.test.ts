import { expect, it } from 'vitest'
import { showTasksView, terminalTabs, toast, treeRow } from '../hosts/steps.mjs'
import { boxes, expectFinishedOnce, group, openRunningGroup } from './runningGroup'
import { attempts, executorPids, isRunning, runnerPid } from './traces'

const interrupted = /The run of newsletter was interrupted with \d of 3 tasks done/

it('offers to resume when the runner is killed, and finishes the run without doing anything twice', async () => {
  const window = await openRunningGroup()
  const { page, workspace } = window
  await workspace.open('articles')
  await treeRow(page, `${group.articles}, done, attempt 1`).waitFor()
  const orphans = await executorPids(workspace)

  process.kill(runnerPid(workspace), 'SIGKILL')

  // A notification goes away by itself, but not from under the pointer.
  await toast(page, /interrupted with 1 of 3 tasks done/).hover()
  await treeRow(page, `${group.header}, interrupted, attempt 1`).waitFor()
  await treeRow(page, `${group.articles}, done, box not ticked`).waitFor()
  await treeRow(page, `${group.footer}, interrupted, attempt 1`).waitFor()
  await expect.poll(() => terminalTabs(page, '✗').count()).toBe(2)
  expect(await boxes(workspace)).toEqual(['- [ ] 1.2', '- [ ] 1.3', '- [ ] 1.4'])

  await toast(page, interrupted).getByRole('button', { name: 'Resume' }).click()

  await treeRow(page, `${group.header}, running, attempt 2`).waitFor()
  await treeRow(page, `${group.footer}, running, attempt 2`).waitFor()
  expect((await executorPids(workspace)).filter((pid) => orphans.includes(pid))).toEqual([])
  for (const section of ['header', 'footer']) await workspace.open(section)
  await expectFinishedOnce(window)
  expect(attempts(workspace)).toEqual(['1.1', '1.2', '2.1', '3.1', '3.2'])
  await expect.poll(() => terminalTabs(page, '✓').count()).toBe(3)
  expect(await terminalTabs(page).count()).toBe(3)
})

it('offers to resume a run whose runner was killed while no window was open', async () => {
  const window = await openRunningGroup()
  const { page, workspace } = window
  const runner = runnerPid(workspace)
  const address = page.url()
  await page.goto('about:blank')
  process.kill(runner, 'SIGKILL')
  await expect.poll(() => isRunning(runner)).toBe(false)

  await page.goto(address)

  await toast(page, /interrupted with 0 of 3 tasks done/).hover()
  await showTasksView(page)
  for (const name of Object.values(group)) await treeRow(page, `${name}, interrupted, attempt 1`).waitFor()
  await toast(page, interrupted).getByRole('button', { name: 'Resume' }).click()
  for (const name of Object.values(group)) await treeRow(page, `${name}, running, attempt 2`).waitFor()
  for (const section of ['header', 'articles', 'footer']) await workspace.open(section)
  await expectFinishedOnce(window)
})
