import { expect, it } from 'vitest'
import { terminalTabs, treeRow } from '../hosts/steps.mjs'
import { expectFinishedOnce, group, openRunningGroup } from './runningGroup'
import { showTerminal, terminalLine } from './terminal'
import { attemptPids, attempts, isRunning, journalOf, runnerPid } from './traces'

it('does nothing twice when the extension host is killed, a task ends meanwhile, and the page is reloaded too', async () => {
  const window = await openRunningGroup()
  const { page, workspace, server } = window
  const runner = runnerPid(workspace)
  const waiting = attemptPids(workspace).filter(({ index }) => index !== 2)
  expect(waiting).toHaveLength(2)

  server.killExtensionHost()
  await workspace.open('articles')
  await expect.poll(() => journalOf(workspace).filter(({ kind }) => kind === 'attemptEnded').length).toBe(1)

  // The window gets a new host by itself; that one finds the same runner and the same executors.
  await treeRow(page, `${group.articles}, done, attempt 1`).waitFor()
  await treeRow(page, `${group.footer}, running, attempt 1`).waitFor()
  expect(runnerPid(workspace)).toBe(runner)
  expect(await isRunning(runner)).toBe(true)
  for (const { pid } of waiting) expect(await isRunning(pid)).toBe(true)
  const tabs = async () => ({ all: await terminalTabs(page).count(), running: await terminalTabs(page, '●').count() })
  await expect.poll(tabs).toEqual({ all: 3, running: 2 })

  await page.reload()
  await treeRow(page, `${group.footer}, running, attempt 1`).waitFor()
  await terminalTabs(page).nth(2).waitFor()
  await showTerminal(page, group.header)
  await terminalLine(page, 'The header comes next, nobody else writes it').waitFor()

  for (const section of ['footer', 'header']) await workspace.open(section)
  await expectFinishedOnce(window)
  expect(attempts(workspace)).toEqual(['1.1', '2.1', '3.1'])
})
