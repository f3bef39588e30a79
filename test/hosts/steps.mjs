// What a person does in the workbench, for the user-level tests and the pictures.

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens a file by its path in the workspace, through Quick Open.
 * @param {Page} page
 * @param {string} path
 */
export async function openFile(page, path) {
  const name = path.split('/').at(-1) ?? path
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first()
  await page.keyboard.press('Control+P')
  await page.locator('.quick-input-widget input').fill(path)
  await row.click()
  await page.locator('.tab.active').filter({ hasText: name }).waitFor()
}

/**
 * Runs a command by its title, through the palette. The palette is opened again when something else took the focus.
 * @param {Page} page
 * @param {string} title with its category, `View: Toggle …`
 */
export async function runCommand(page, title) {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first()
  const timeout = 5000
  for (let left = 8; ; left--) {
    await page.keyboard.press('F1')
    const input = page.locator('.quick-input-widget input')
    const chosen = await input
      .fill(`>${title}`, { timeout })
      .then(() => row.click({ timeout }))
      .then(() => true)
      .catch((error) => (left > 0 ? false : Promise.reject(error)))
    if (chosen) return
  }
}

/**
 * Opens the Tasks view from the activity bar, if it is not open.
 * @param {Page} page
 */
export async function showTasksView(page) {
  const tab = page.locator('.activitybar').getByRole('tab', { name: /^Parallel Tasks/ })
  await tab.waitFor()
  if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click()
  await page.getByRole('treeitem').first().waitFor()
}

/**
 * A code lens of the active editor.
 * @param {Page} page
 * @param {string | RegExp} title
 */
export function lens(page, title) {
  return page.locator('.codelens-decoration').getByRole('button', { name: title }).first()
}

/**
 * A row of the Tasks view by its accessible label.
 * @param {Page} page
 * @param {string | RegExp} label
 */
export function treeRow(page, label) {
  return page.getByRole('treeitem', { name: label })
}

/**
 * The tabs of the terminals whose name begins with a sign and a task's id.
 * @param {Page} page
 * @param {string} [sign] one of ○ ● ✓ ✗ ■; any without it
 */
export function terminalTabs(page, sign = '[○●✓✗■]') {
  return page.locator('.terminal-tabs-entry').filter({ hasText: new RegExp(`${sign} \\d`) })
}

/**
 * A notification of ours that is on the screen.
 * @param {Page} page
 * @param {RegExp} text
 */
export function toast(page, text) {
  return page.locator('.notification-toast').filter({ hasText: text })
}

/**
 * What the status bar says about problems: `No Problems`, `1 Problem in this file …`.
 * @param {Page} page
 */
export async function problemCount(page) {
  return page.locator('[id="status.problems"]').getAttribute('aria-label')
}
