import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lens, openFile, runCommand, showTasksView, toast, treeRow } from '../hosts/steps.mjs'
import { spec } from './runningGroup'
import { openWindow } from './window'

/** What a person may have written into tasks.json. */
const entry = { label: 'write the sections', type: 'parallel-tasks', spec, group: '1.2' }

it('starts nothing in Restricted Mode, neither by lens nor as a task nor as a test, and says why', async () => {
  const { page, workspace } = await openWindow({}, { trust: true })
  await writeFile(join(workspace.folder, '.vscode', 'tasks.json'), JSON.stringify({ version: '2.0.0', tasks: [entry] }))
  await openFile(page, `${spec}/tasks.md`)
  await showTasksView(page)
  await treeRow(page, /^Restricted Mode/).waitFor()

  await lens(page, /Run parallel group/).click()
  await toast(page, /off in Restricted Mode/).waitFor()

  await runCommand(page, 'Tasks: Run Task')
  const question = page.locator('.monaco-dialog-box').filter({ hasText: 'Do you trust' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await question.waitFor({ state: 'detached' })
  expect(await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'newsletter' }).count()).toBe(0)

  // Without a test to run there is no Testing view, and no icon to run one beside a task.
  expect(await page.locator('.activitybar').getByRole('tab', { name: 'Testing' }).count()).toBe(0)
  expect(await page.locator('.testing-run-glyph').count()).toBe(0)

  expect(existsSync(join(workspace.folder, spec, '.parallel-tasks'))).toBe(false)

  await page.locator('[id="status.workspaceTrust"]').click()
  await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click()
  await treeRow(page, /^Restricted Mode/).waitFor({ state: 'detached' })
  await page.locator('.activitybar').getByRole('tab', { name: 'Testing' }).waitFor()
})
