import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openFile, showTasksView, toast, treeRow } from '../hosts/steps.mjs'
import { openRunningGroup } from './runningGroup'
import { openWindow } from './window'

/** A row of the Runs view by what its label begins with. */
const runsRow = (page: Page, label: RegExp) =>
  page.getByRole('tree', { name: 'Runs' }).getByRole('treeitem', { name: label })

it('says what the Runs view is for, and begins a run from there', async () => {
  const { page } = await openWindow()
  await openFile(page, 'specs/newsletter/tasks.md')
  await showTasksView(page)
  await page.locator('.welcome-view-content').filter({ hasText: 'Nothing has been run here yet' }).waitFor()
  await page.getByRole('button', { name: 'Run Parallel Group' }).last().click()
  await runsRow(
    page,
    /^Run of newsletter, Today, \d\d:\d\d, running, 0 of 3 tasks succeeded, going on for \d+ sec/,
  ).waitFor()
})

it('lists runs with their attempts, opens the log of one, and offers to retry what failed', async () => {
  const { page, workspace } = await openRunningGroup()
  await runsRow(page, /^Run of newsletter, Today, \d\d:\d\d, running, 0 of 3/).waitFor()
  for (const section of ['header', 'footer']) await workspace.open(section)
  await runsRow(page, /running, 2 of 3/).waitFor()
  await workspace.open('articles', 'fail')

  await toast(page, /1 of 3 tasks failed/).waitFor()
  const run = runsRow(page, /^Run of newsletter, Today, \d\d:\d\d, failed, 2 of 3 tasks succeeded, took \d+ second/)
  await run.waitFor()
  await run.click()
  const failed = runsRow(page, /^Task 1\.3 Write the article list, attempt 1, failed, It exited with code 1, /)
  await runsRow(page, /^Task 1\.2 Write the header, attempt 1, done, \d+ seconds?$/).waitFor()
  await failed.click()
  await page.locator('.tab.active').filter({ hasText: 'task-2.1.log' }).waitFor()

  await workspace.open('articles')
  await run.hover()
  await run.getByRole('button', { name: 'Retry Failed Tasks' }).click()
  await treeRow(page, '1.3 Write the article list, done, attempt 2').waitFor()
  await runsRow(page, /^Run of newsletter, .*, succeeded, 3 of 3/).waitFor()
  await runsRow(page, /^Task 1\.3 Write the article list, attempt 2, done/).waitFor()

  // The next run stands above this one.
  const next = treeRow(page, /^2\.1 Join the sections, open/)
  await next.hover()
  await next.getByRole('button', { name: 'Run Task' }).click()
  await expect.poll(() => runsRow(page, /^Run of newsletter/).count()).toBe(2)
  await runsRow(page, /^Run of newsletter/)
    .first()
    .filter({ hasText: '1/1' })
    .waitFor()
})
