import { expect, it } from 'vitest'
import { terminalTabs, treeRow } from '../hosts/steps.mjs'
import { expectFinishedOnce, group, openRunningGroup } from './runningGroup'
import { showTerminal, terminalLine } from './terminal'
import { attempts, executorPids, isRunning, journalOf, runnerPid } from './traces'

it('does nothing twice when the extension host is killed, a task ends meanwhile, and the page is reloaded too', async () => {
  const window = await openRunningGroup()
  const { page, workspace, server } = window
  const runner = runnerPid(workspace)
  const waiting = [...(await executorPids(workspace, 1)), ...(await executorPids(workspace, 3))]
  expect(waiting.length).toBeGreaterThanOrEqual(2)

  server.killExtensionHost()
  await workspace.open('articles')
  await expect.poll(() => journalOf(workspace).filter(({ kind }) => kind === 'attemptEnded').length).toBe(1)

  // The window gets a new host by itself; that one finds the same runner and the same executors.
  await treeRow(page, `${group.articles}, done, attempt 1`).waitFor()
  await treeRow(page, `${group.footer}, running, attempt 1`).waitFor()
  expect(runnerPid(workspace)).toBe(runner)
  expect(await isRunning(runner)).toBe(true)
  expect(await executorPids(workspace)).toEqual(expect.arrayContaining(waiting))
  await expect.poll(() => terminalTabs(page, '●').count()).toBe(2)
  expect(await terminalTabs(page).count()).toBe(3)

  await page.reload()
  await treeRow(page, `${group.footer}, running, attempt 1`).waitFor()
  await terminalTabs(page).nth(2).waitFor()
  await showTerminal(page, group.header)
  await terminalLine(page, 'The header comes next, nobody else writes it').waitFor()

  for (const section of ['footer', 'header']) await workspace.open(section)
  await expectFinishedOnce(window)
  expect(attempts(workspace)).toEqual(['1.1', '2.1', '3.1'])
})
