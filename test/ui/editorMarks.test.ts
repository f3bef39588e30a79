import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { lens } from '../hosts/steps.mjs'
import { expectFinishedOnce, openRunningGroup } from './runningGroup'
import { terminalLine } from './terminal'

/** The icons in the margin of the editor in front, by the picture that each is drawn with. */
async function marginIcons(page: Page): Promise<readonly string[]> {
  const pictures: readonly string[] = await page.evaluate(
    `[...document.querySelectorAll('.editor-instance .glyph-margin-widgets > *')]
      .map((icon) => getComputedStyle(icon).backgroundImage)`,
  )
  return pictures.flatMap((picture) => /gutter(?:\/|%2F)(\w+)-(?:light|dark)\.svg/.exec(picture)?.[1] ?? [])
}

it('shows in the editor how each task stands, the end of its log, and in the end what it changed', async () => {
  const window = await openRunningGroup({ 'workbench.editor.enablePreview': false })
  const { page, workspace } = window
  await page.getByRole('button', { name: 'Hide Panel' }).click()
  await expect.poll(() => marginIcons(page)).toEqual(['running', 'running', 'running'])

  await workspace.open('articles')
  await expect.poll(() => marginIcons(page)).toEqual(['running', 'success', 'running'])

  await page
    .locator('.view-line')
    .filter({ hasText: /1\.2.\[P\]/ })
    .hover({ position: { x: 90, y: 8 } })
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'Last lines of the log' })
  await hover.filter({ hasText: 'The header comes next, nobody else writes it' }).waitFor()
  await hover.getByRole('link', { name: 'Show terminal' }).click()
  await terminalLine(page, 'The header comes next').waitFor()
  await page.getByRole('button', { name: 'Hide Panel' }).click()

  for (const section of ['header', 'footer']) await workspace.open(section)
  await expectFinishedOnce(window)
  await expect.poll(() => marginIcons(page)).toEqual(['success', 'success', 'success'])

  // The lenses of the three tasks stand in no certain order.
  await lens(page, 'Show diff').click()
  await page
    .locator('.tab.active')
    .filter({ hasText: /1\.[234] Write/ })
    .waitFor()
  await page
    .locator('.monaco-diff-editor .modified .view-line')
    .filter({ hasText: /header|articles|footer/ })
    .first()
    .waitFor()
})
