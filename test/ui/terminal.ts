import type { Locator, Page } from 'playwright-core'
import { terminalTabs } from '../hosts/steps.mjs'

/** Brings the terminal to the front whose name holds these words. */
export async function showTerminal(page: Page, name: string): Promise<void> {
  await terminalTabs(page).filter({ hasText: name }).click()
}

/** A line of the terminal in front that holds these words. */
export function terminalLine(page: Page, words: string): Locator {
  return page.locator('.terminal-wrapper.active .xterm-rows > div').filter({ hasText: words }).first()
}
