import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { lens, openFile, runCommand, toast, treeRow } from '../hosts/steps.mjs'
import { openNewWindow } from './newcomer'

/** As spec-kit writes it: nothing that a shell could run. */
const albums = `# Tasks: Albums

## Phase 1: Models

- [ ] T001 [P] Create the album model in src/album.ts
- [ ] T002 [P] Create the photo model in src/photo.ts
`

/** Neither agents nor a git identity are found here. */
const bare = { env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent' } }

it('without an agent, the doctor says what is missing and leads to a fix, and tasks that bring their commands run with the shell', async () => {
  const { page, workspace } = await openNewWindow(bare)
  workspace.git('config', '--unset', 'user.name')
  workspace.git('config', '--unset', 'user.email')
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: /^Parallel Tasks/ })
    .waitFor()
  await runCommand(page, 'Parallel Tasks: Create Sample Spec')
  await lens(page, /Run parallel group/).waitFor()

  await runCommand(page, 'Parallel Tasks: Doctor')
  await expect.poll(() => shownText(page)).toContain('No coding agent is installed.')
  expect(await shownText(page)).toContain('git does not know your name and address')
  for (const fix of ['Select Executor', 'Run Sample Spec', 'Copy Command', 'Look Again'])
    await lens(page, fix).waitFor()

  await lens(page, 'Select Executor').click()
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'not installed' }).first().waitFor()
  await page.keyboard.press('Escape')

  await openFile(page, 'specs/sample/tasks.md')
  await lens(page, /Run parallel group/).click()
  await toast(page, /sample: 3 tasks done/).waitFor()
})

it('without an agent, tasks in prose are not run, and the window says why and how to go on', async () => {
  const { page, workspace } = await openNewWindow(bare)
  await mkdir(join(workspace.folder, 'specs', 'albums'), { recursive: true })
  await writeFile(join(workspace.folder, 'specs', 'albums', 'tasks.md'), albums)
  await openFile(page, 'specs/albums/tasks.md')
  await lens(page, /Run parallel group/).click()
  const refusal = toast(page, /No coding agent is installed here.*T001 Create the album model.*no commands/)
  await refusal.getByRole('button', { name: 'Select Executor' }).click()
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'not installed' }).first().waitFor()
})

it('in Restricted Mode the doctor starts nothing, says why, and leads to the trust of the workspace', async () => {
  const { page } = await openNewWindow({ trust: true })
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: /^Parallel Tasks/ })
    .waitFor()
  await runCommand(page, 'Parallel Tasks: Doctor')
  await expect.poll(() => shownText(page)).toContain('Nothing can run here')
  await lens(page, 'Manage Workspace Trust').click()
  await page.locator('.workspace-trust-editor').waitFor()
  expect(await treeRow(page, /running/).count()).toBe(0)
})

/** The text of the editor that was opened last; the window draws spaces that do not break. */
async function shownText(page: Page): Promise<string> {
  return (await page.locator('.editor-instance .view-lines').last().innerText()).replaceAll('\u00A0', ' ')
}
