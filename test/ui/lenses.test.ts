import { expect, it } from 'vitest'
import { lens, openFile } from '../hosts/steps.mjs'
import { openWindow } from './window'

it('shows the lenses of a document although the focus goes elsewhere as soon as it is open', async () => {
  const { page } = await openWindow()
  await openFile(page, 'src/outline.txt')
  // The server is awake when the tasks view has its rows: what follows is about the editor alone.
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: /^Parallel Tasks/ })
    .click()
  await page.getByRole('treeitem').first().waitFor()
  await openFile(page, 'specs/newsletter/tasks.md')

  await page.keyboard.press('Control+Shift+X')

  await lens(page, /Run parallel group \(3\)/).waitFor()
  expect(await page.locator('.editor-instance .monaco-editor.focused').count()).toBe(0)
})
