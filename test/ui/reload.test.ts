import { expect, it } from 'vitest'
import { lens, terminalTabs, treeRow } from '../hosts/steps.mjs'
import { boxes, expectFinishedOnce, group, openRunningGroup, subjects } from './runningGroup'
import { showTerminal, terminalLine } from './terminal'
import { attempts, executorPids, isRunning, leftOvers, runnerPid } from './traces'

it('shows a run in a reloaded window as it stands, and sees it to its end', async () => {
  const window = await openRunningGroup()
  const { page, workspace } = window
  await workspace.open('articles')
  await treeRow(page, `${group.articles}, done, attempt 1`).waitFor()

  await page.reload()

  await treeRow(page, `${group.header}, running, attempt 1`).waitFor()
  await treeRow(page, `${group.articles}, done, attempt 1`).waitFor()
  await treeRow(page, `${group.footer}, running, attempt 1`).waitFor()
  await page.locator('.codelens-decoration').filter({ hasText: '1/3 done' }).waitFor()
  await terminalTabs(page).nth(2).waitFor()
  await expect
    .poll(() => terminalTabs(page).allInnerTexts())
    .toEqual(
      [`● ${group.header}`, `✓ ${group.articles}`, `● ${group.footer}`].map((name) => expect.stringContaining(name)),
    )

  // The terminal has what was said before the window was there, and goes on with what is said now.
  await showTerminal(page, group.footer)
  await terminalLine(page, 'The footer comes next, nobody else writes it').waitFor()
  await workspace.open('footer')
  await terminalLine(page, 'Writing src/footer.html').waitFor()

  await workspace.open('header')
  await expectFinishedOnce(window)
  expect(attempts(workspace)).toEqual(['1.1', '2.1', '3.1'])
  await expect.poll(() => terminalTabs(page).count()).toBe(3)
  await expect.poll(() => terminalTabs(page, '✓').count()).toBe(3)
})

it('stops a run from the lens of a window that was reloaded since', async () => {
  const { page, workspace } = await openRunningGroup()
  const runner = runnerPid(workspace)
  await page.reload()
  await treeRow(page, `${group.footer}, running, attempt 1`).waitFor()
  expect(await executorPids(workspace)).not.toEqual([])

  await lens(page, 'Stop').click()

  for (const name of Object.values(group)) await treeRow(page, `${name}, cancelled, attempt 1`).waitFor()
  await expect.poll(() => isRunning(runner)).toBe(false)
  expect(await leftOvers(workspace)).toEqual([])
  await expect.poll(() => terminalTabs(page, '■').count()).toBe(3)
  expect(await boxes(workspace)).toEqual(['- [ ] 1.2', '- [ ] 1.3', '- [ ] 1.4'])
  expect(subjects(workspace)).toEqual(['chore: start'])
})
