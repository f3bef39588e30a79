import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { lens, openFile, runCommand, showTasksView, toast, treeRow } from '../hosts/steps.mjs'
import { group, spec, subjects } from './runningGroup'
import { openWindow } from './window'

/** Chooses an entry of the menu that a right click on a row opens. */
async function chooseFromMenu(page: Page, label: string | RegExp, entry: string): Promise<void> {
  await treeRow(page, label).click({ button: 'right' })
  await page.getByRole('menuitem', { name: entry, exact: true }).click()
}

/** The labels of all rows but those of the Runs view below. */
async function labels(page: Page): Promise<readonly (string | null)[]> {
  const rows = page.locator('.pane-body .monaco-list-row[role=treeitem]')
  const all = await rows.evaluateAll((found) => found.map((row) => row.getAttribute('aria-label')))
  return all.filter((label) => label?.startsWith('Run of ') !== true)
}

const note = (page: Page) => page.getByText('Only running tasks are shown.')

it('runs the tasks that were chosen together, filters what is shown, and stops the chosen ones', async () => {
  const { page, workspace } = await openWindow()
  await openFile(page, `${spec}/tasks.md`)
  await showTasksView(page)

  await treeRow(page, `${group.header}, open`).click()
  await treeRow(page, `${group.footer}, open`).click({ modifiers: ['ControlOrMeta'] })
  await chooseFromMenu(page, `${group.footer}, open`, 'Run Task')

  await treeRow(page, `${group.header}, running, attempt 1`).waitFor()
  await treeRow(page, `${group.footer}, running, attempt 1`).waitFor()
  expect(await treeRow(page, `${group.articles}, open`).count()).toBe(1)
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: /Parallel Tasks.* - 2 running/ })
    .waitFor()

  await runCommand(page, 'Parallel Tasks: Show Running Tasks Only')
  await treeRow(page, `${group.articles}, open`).waitFor({ state: 'detached' })
  await note(page).waitFor()
  expect(await labels(page)).toEqual([
    expect.stringMatching(/^newsletter, spec/),
    expect.stringMatching(/^Phase 1/),
    expect.stringMatching(/^Parallel group of 3 tasks/),
    `${group.header}, running, attempt 1`,
    `${group.footer}, running, attempt 1`,
  ])

  await workspace.open('header')
  await treeRow(page, new RegExp(`^${group.header}`)).waitFor({ state: 'detached' })
  await treeRow(page, `${group.footer}, running, attempt 1`).hover()
  await treeRow(page, `${group.footer}, running, attempt 1`).getByRole('button', { name: 'Stop Task' }).click()
  await treeRow(page, /^No task is running, Show All Tasks/).click()

  await treeRow(page, `${group.header}, done, attempt 1`).waitFor()
  await treeRow(page, `${group.footer}, cancelled, attempt 1`).waitFor()
  await note(page).waitFor({ state: 'hidden' })
  await toast(page, /1 of 2 tasks done, 1 stopped/).waitFor()
  expect(subjects(workspace)).toEqual(['chore: start', 'feat(page): write the header'])
})

it('goes by keys alone: choose, run and stop', async () => {
  const { page } = await openWindow()
  await showTasksView(page)
  await treeRow(page, `${group.articles}, open`).click()
  await focusTasksView(page)
  await page.keyboard.press('F5')
  await treeRow(page, `${group.articles}, running, attempt 1`).waitFor()
  await focusTasksView(page)
  await page.keyboard.press('Shift+F5')
  await treeRow(page, `${group.articles}, cancelled, attempt 1`).waitFor()
})

it('says that no coding agent is installed, and takes the notice away when an executor is chosen', async () => {
  const { page } = await openWindow({ 'parallelTasks.executor': 'auto' })
  await showTasksView(page)
  await treeRow(page, 'No coding agent found, Select Executor').click()
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'shell' }).first().click()
  await treeRow(page, 'No coding agent found, Select Executor').waitFor({ state: 'detached' })
})

it('follows the task that began last when it is told to, also into what is folded', async () => {
  const { page } = await openWindow()
  await openFile(page, `${spec}/tasks.md`)
  await showTasksView(page)
  await treeRow(page, `${group.footer}, open`).waitFor()
  await runCommand(page, 'Parallel Tasks: Follow the Running Task')
  await page.locator('.pane-header').filter({ hasText: 'Tasks' }).first().hover()
  await page.getByRole('button', { name: 'Collapse All' }).first().click()
  await treeRow(page, `${group.footer}, open`).waitFor({ state: 'detached' })
  await lens(page, /Run parallel group \(3\)/).click()
  await treeRow(page, /^1\.[234] .*, running, attempt 1/)
    .first()
    .waitFor()
})

/** A key goes where the focus is, and the focus comes a moment after the command. */
async function focusTasksView(page: Page): Promise<void> {
  await runCommand(page, 'Parallel Tasks: Open Tasks View')
  await page.locator('.pane-body:focus-within .monaco-list').first().waitFor()
}
