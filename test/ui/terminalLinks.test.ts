import type { Page } from 'playwright-core'
import { it } from 'vitest'
import { group, openRunningGroup } from './runningGroup'
import { showTerminal, terminalLine } from './terminal'

/** Where a text in the terminal in front is drawn: the middle of it, in pixels of the page. */
async function placeOf(page: Page, text: string): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate(`(() => {
    const words = ${JSON.stringify(text)}
    const rows = document.querySelectorAll('.terminal-wrapper.active .xterm-rows > div')
    const row = [...rows].find((each) => each.textContent.includes(words))
    const { left, top, height } = row.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(row)
    const perCharacter = range.getBoundingClientRect().width / row.textContent.length
    const middle = row.textContent.indexOf(words) + words.length / 2
    return { x: left + perCharacter * middle, y: top + height / 2 }
  })()`)
}

it('leads from a path in the output of a task to its file', async () => {
  const { page } = await openRunningGroup()
  await showTerminal(page, group.articles)
  await terminalLine(page, 'Reading src/outline.txt').waitFor()
  const { x, y } = await placeOf(page, 'src/outline.txt')

  await page.mouse.move(x - 3, y)
  await page.mouse.move(x, y)
  await page.getByText('Open file').waitFor()
  await page.keyboard.down('Control')
  await page.mouse.click(x, y)
  await page.keyboard.up('Control')

  await page.locator('.tab.active').filter({ hasText: 'outline.txt' }).waitFor()
})
