import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { runCommand } from '../hosts/steps.mjs'
import { boxes, expectOneOfEach, openRunningGroup, spec, toldDone } from './runningGroup'

const note = 'A note that nobody saved yet.'

/** Writes a line at the end of the active editor. */
async function typeNote(page: Page): Promise<void> {
  await page.locator('.editor-instance .view-lines').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(`\n${note}`)
  await page.locator('.tab.active.dirty').waitFor()
}

const ticked = (page: Page) => page.locator('.editor-instance .view-line').filter({ hasText: /\[x\].1\.[234]/ })

it('ticks in an editor with unsaved text, keeps that text, and lets it be saved without a conflict', async () => {
  const { page, workspace } = await openRunningGroup({ 'files.autoSave': 'off' })
  await typeNote(page)

  for (const section of ['header', 'articles', 'footer']) await workspace.open(section)
  await toldDone(page)
  await page.locator('.editor-instance .view-lines').first().click()
  await page.keyboard.press('Control+Home')
  await expect.poll(() => ticked(page).count()).toBeGreaterThan(0)
  await page.locator('.tab.active.dirty').waitFor()
  expect(await boxes(workspace)).toEqual(['- [ ] 1.2', '- [ ] 1.3', '- [ ] 1.4'])

  await runCommand(page, 'File: Save')

  await page.locator('.tab.active:not(.dirty)').waitFor()
  await expectOneOfEach(workspace)
  expect((await workspace.read(`${spec}/tasks.md`)).endsWith(note)).toBe(true)
})
