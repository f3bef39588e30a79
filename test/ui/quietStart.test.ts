import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Server } from '../hosts/server.mjs'
import { openFile, runCommand } from '../hosts/steps.mjs'
import { openNewWindow } from './newcomer'

it('does nothing in a window without a tasks.md, and starts by itself when one comes', async () => {
  const { page, workspace, server } = await openNewWindow()
  // High enough for the whole list of running extensions.
  await page.setViewportSize({ width: 1280, height: 2400 })
  await writeFile(join(workspace.folder, 'README.md'), '# Garden\n')
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: /^Parallel Tasks/ })
    .waitFor()
  expect(await activated(page)).toEqual([])

  // Any Markdown wakes the small part; the language server, which is the large one, stays out of it.
  await openFile(page, 'README.md')
  await expect.poll(() => activated(page)).toEqual([expect.stringMatching(/^Parallel Tasks/)])
  expect(languageServers(server)).toEqual([])

  await mkdir(join(workspace.folder, 'specs', 'late'), { recursive: true })
  await writeFile(join(workspace.folder, 'specs', 'late', 'tasks.md'), '# Tasks\n\n- [ ] 1.1 Dig\n')
  await openFile(page, 'specs/late/tasks.md')
  await expect.poll(() => languageServers(server).length).toBe(1)
})

/** The activated extensions of ours, as VS Code lists them. */
async function activated(page: Page): Promise<readonly string[]> {
  await runCommand(page, 'Developer: Show Running Extensions')
  const rows = page.locator('.runtime-extensions-editor .monaco-list-row')
  await rows.first().waitFor()
  const names = await rows.locator('.name').allInnerTexts()
  await page.keyboard.press('Escape')
  await rows.first().waitFor({ state: 'detached' })
  return names.filter((name) => name.startsWith('Parallel Tasks'))
}

/** The language servers that run from the folder into which this window's host has installed the extension. */
function languageServers({ log }: Server): readonly string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes(dirname(log)) && line.includes('dist/server.js'))
}
