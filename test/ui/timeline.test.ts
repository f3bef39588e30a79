import { appendFileSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { hostname } from 'node:os'
import type { AxeResults } from 'axe-core'
import type { Frame, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ownIdentity } from '../../runner/src/processes/identity'
import { attemptEnded, attemptStarted, attemptStarting } from '../client/journalFixture'
import { openFile, runCommand, showTasksView, toast } from '../hosts/steps.mjs'
import type { At } from './madeRuns'
import { batchOf, lineOf, richRun, runIdOf, writeRun } from './madeRuns'
import { openRunningGroup } from './runningGroup'
import { bar, expectFocus, timelineFrame, untilKept } from './timelineFrame'
import { openWindow } from './window'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

it('shows a live run as it goes on, and leads to logs, changes and tasks by keyboard and mouse', async () => {
  const { page, workspace } = await openRunningGroup()
  await openTimeline(page)
  let frame = await timelineFrame(page)
  for (const name of ['1.2 Write the header', '1.3 Write the article list', '1.4 Write the footer'])
    await bar(frame, new RegExp(`^Task ${name}, attempt 1, running, .*started after 0 seconds$`)).waitFor()

  await workspace.open('articles')
  await bar(frame, /^Task 1\.3 Write the article list, attempt 1, succeeded/).waitFor()
  await frame
    .locator('h1')
    .filter({ hasText: /^1 of 3 tasks done after/ })
    .waitFor()
  for (const section of ['header', 'footer']) await workspace.open(section)
  await toast(page, /3 tasks done/).waitFor()
  await frame
    .locator('h1')
    .filter({ hasText: /^3 tasks in \d.*, one by one .*: .* won$/ })
    .waitFor()
  await bar(frame, /^Task 1\.2 .*committed as [0-9a-f]{7}$/).waitFor()

  // The bars are one stop of the Tab key; arrows go between them, Enter opens the log.
  await frame.getByRole('button', { name: 'Show as table' }).focus()
  await page.keyboard.press('Tab')
  await expectFocus(frame, /^Task 1\.2 Write the header, attempt 1, succeeded/)
  await page.keyboard.press('ArrowDown')
  await expectFocus(frame, /^Task 1\.3/)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.locator('.tab.active').filter({ hasText: 'task-2.1.log' }).waitFor()

  await bar(frame, /^Task 1\.4/).click()
  await frame.getByRole('region', { name: 'Chosen attempt' }).getByRole('button', { name: 'Go to Task' }).click()
  await page.locator('.tab.active').filter({ hasText: 'tasks.md' }).waitFor()
  await page.locator('.view-line').filter({ hasText: '1.4' }).first().waitFor()

  // A window that is loaded anew has the timeline again, as far as VS Code had noted down that there was one.
  await untilKept(page)
  await page.reload()
  await page.locator('.tab').filter({ hasText: 'Timeline: newsletter' }).click()
  frame = await timelineFrame(page)
  await bar(frame, /^Task 1\.4 .*committed as/).click()
  await frame.getByRole('region', { name: 'Chosen attempt' }).filter({ hasText: '1.4 Write the footer' }).waitFor()
})

it.each([
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high contrast', 'Default High Contrast'],
])('gives assistive technology nothing to complain about: %s', async (_, theme) => {
  const { page, workspace } = await openWindow({ 'workbench.colorTheme': theme })
  await openFile(page, 'specs/newsletter/tasks.md')
  await showTasksView(page)
  writeRun(workspace, new Date(Date.now() - 86_400_000), richRun)
  await showTimeline(page)
  const frame = await timelineFrame(page)
  await bar(frame, /^Task 1\.2 .*attempt 1, failed, Verify failed/).click()
  await frame.evaluate(axe)
  expect(await violations(frame)).toEqual([])
  await frame.getByRole('button', { name: 'Show as table' }).click()
  await frame.getByRole('row', { name: /1\.2 .* failed .* Verify failed/ }).waitFor()
  expect(await violations(frame)).toEqual([])
})

it('touches little of a page with 200 tasks when one of them ends', async () => {
  const { page, workspace } = await openWindow()
  await openFile(page, 'specs/newsletter/tasks.md')
  await showTasksView(page)
  const start = new Date(Date.now() - 60_000)
  const titles = Array.from({ length: 200 }, (_, at) => `Write part ${at + 1}`)
  const begun = titles.flatMap((_, index): readonly At[] => [
    [1, attemptStarting(index)],
    [2, attemptStarted(index)],
  ])
  const happened: readonly At[] = [[0, batchOf(titles)], ...begun.toSorted(([a], [b]) => a - b)]
  const { pid, start: pidStart } = ownIdentity()
  const owner = { pid, pidStart, host: hostname() }
  const journal = writeRun(workspace, start, happened, owner)
  await showTimeline(page)
  const frame = await timelineFrame(page)
  await expect.poll(() => frame.getByRole('gridcell').count()).toBe(200)
  await bar(frame, /^Task 1\.7 Write part 7, attempt 1, running/).waitFor()
  await frame.evaluate(`
    replaced = 0
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) replaced += addedNodes.length + removedNodes.length
    }).observe(document.body, { childList: true, subtree: true })`)

  const ended = lineOf(runIdOf(start), start, 58, happened.length + 1, attemptEnded(6, 'success'))
  appendFileSync(journal, ended)

  await bar(frame, /^Task 1\.7 Write part 7, attempt 1, succeeded, 57 seconds/).waitFor()
  // What is said to screen readers, and perhaps a mark of the axis, which grows on.
  expect(await frame.evaluate('replaced')).toBeLessThan(10)
  expect(await frame.locator('.row').count()).toBe(202)
})

/** Opens the timeline of a run that was made behind the back of the window. */
async function showTimeline(page: Page): Promise<void> {
  await runCommand(page, 'Parallel Tasks: Refresh')
  await openTimeline(page)
}

/** Opens the timeline of the one run in the Runs view. */
async function openTimeline(page: Page): Promise<void> {
  const run = page.getByRole('treeitem', { name: /^Run of newsletter/ })
  await run.hover()
  await run.getByRole('button', { name: 'Show Timeline' }).click()
}

/** What axe finds in the page that is shown, each with the elements it is about. */
async function violations(frame: Frame): Promise<readonly string[]> {
  const results: AxeResults = await frame.evaluate('axe.run()')
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
