import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The document of the timeline that is open: a frame within the frame of its webview. */
export async function timelineFrame(page: Page): Promise<Frame> {
  const outer = await (await page.waitForSelector('iframe.webview.ready', { state: 'attached' })).contentFrame()
  if (outer === null) throw new Error('The webview has no frame.')
  const inner = await (await outer.waitForSelector('#active-frame', { state: 'attached' })).contentFrame()
  if (inner === null) throw new Error('The webview has no document.')
  await inner.locator('main:not([hidden])').waitFor()
  return inner
}

/** A bar by its sentence. */
export function bar(frame: Frame, sentence: RegExp) {
  return frame.getByRole('gridcell', { name: sentence })
}

/** The sentence of the element that has the focus. */
export async function expectFocus(frame: Frame, sentence: RegExp): Promise<void> {
  await expect.poll(() => frame.evaluate('document.activeElement.firstChild.textContent')).toMatch(sentence)
}
