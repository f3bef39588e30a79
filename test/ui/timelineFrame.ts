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

/** Waits until VS Code has noted down, as it does once a minute, that the window has a timeline, and of which run. */
export async function untilKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(editorsKept), { timeout: 90_000 })
    .toMatch(/parallelTasks\.timeline[^]*runId[\\":]+\d{8}T\d{9}-/)
}

/** What VS Code in a browser has noted down of the editors of its windows: a script for the page. */
const editorsKept = `(async () => {
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  let kept = ''
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-')) continue
    const database = await answer(indexedDB.open(name))
    const store = database.transaction('ItemTable').objectStore('ItemTable')
    kept += String(await answer(store.get('memento/workbench.parts.editor')))
    database.close()
  }
  return kept
})()`
