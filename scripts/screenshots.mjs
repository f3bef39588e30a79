// `npm run screenshots`: takes the pictures of docs/images anew, from the packed extension in a real window.
// `npm run screenshots -- timeline` takes those of one scene.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensurePackages } from './setup.mjs'

await ensurePackages()
const { animation } = await import('./animation.mjs')
const { runProgram } = await import('./checks.mjs')
const { installServerHost } = await import('../test/hosts/install.mjs')
const { packageExtension } = await import('../test/hosts/packageExtension.mjs')
const { openWorkbench } = await import('../test/hosts/page.mjs')
const { startServer } = await import('../test/hosts/server.mjs')
const { projectRoot } = await import('../test/hosts/serverHost.mjs')
const steps = await import('../test/hosts/steps.mjs')
const { createWorkspace } = await import('../test/hosts/workspace.mjs')

const pictures = join(projectRoot, 'docs', 'images')

/** Leaves in the window what the pictures are about. */
const settings = {
  'parallelTasks.executor': 'shell',
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'scm.countBadge': 'off',
  'remote.autoForwardPorts': false,
}

/** @typedef {{ readonly page: import('playwright-core').Page, readonly workspace: import('../test/hosts/workspace.mjs').Workspace }} Scene */

/** Each scene begins in a window of its own; it takes one picture or several. */
const scenes = [
  { scene: 'group', name: 'newsletter', play: playGroup },
  { scene: 'failure', name: 'newsletter', play: playFailure },
  { scene: 'timeline', name: 'newsletter', play: playTimeline },
  { scene: 'problems', name: 'problems', play: playProblems },
]

/** @param {Scene} scene */
async function playGroup({ page, workspace }) {
  const film = filming(page)
  await openSpec(page, 'specs/newsletter/tasks.md')
  const run = steps.lens(page, /Run parallel group/)
  await run.waitFor()
  await putMouseAside(page)
  await take(page, 'overview')
  await film.shoot(1500)

  await page
    .locator('.view-line')
    .filter({ hasText: '1.2' })
    .first()
    .hover({ position: { x: 90, y: 8 } })
  await page.locator('.monaco-hover:visible').first().waitFor()
  await take(page, 'hover')
  await page.keyboard.press('Escape')

  await film.pointAt(run)
  await film.shoot(1200)
  await run.click()
  await steps.terminalTabs(page, '●').nth(2).waitFor()
  await widenTerminalTabs(page)
  await page.locator('.codelens-decoration').filter({ hasText: '0/3 done' }).waitFor()
  await putMouseAside(page)
  await film.shoot(1200)
  await steps.terminalTabs(page, '●').nth(1).click()
  await putMouseAside(page)
  await film.shoot(1200)
  await workspace.open('articles')
  await page.locator('.codelens-decoration').filter({ hasText: '1/3 done' }).waitFor()
  await putMouseAside(page)
  await film.shoot(1200)
  await steps.terminalTabs(page, '●').first().click()
  await putMouseAside(page)
  await take(page, 'running')

  await workspace.open('header')
  await page.locator('.codelens-decoration').filter({ hasText: '2/3 done' }).waitFor()
  await film.shoot(1200)
  await workspace.open('footer')
  await steps.toast(page, /tasks done/).waitFor()
  await steps.treeRow(page, /^1\.4 .*, done/).waitFor()
  await putMouseAside(page)
  await take(page, 'finished')
  await film.shoot(2500)

  await steps.runCommand(page, 'Notifications: Clear All Notifications')
  const lastRun = steps.treeRow(page, /^Run of newsletter/)
  await lastRun.hover()
  const timeline = lastRun.getByRole('button', { name: 'Show Timeline' })
  await film.pointAt(timeline)
  await film.shoot(900)
  await timeline.click()
  await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').getByRole('gridcell').first().waitFor()
  await putMouseAside(page)
  await film.shoot(3000)
  await film.save('run')
}

/** @param {Scene} scene */
async function playFailure({ page, workspace }) {
  await openSpec(page, 'specs/newsletter/tasks.md')
  await steps.lens(page, /Run parallel group/).click()
  await steps.terminalTabs(page, '●').nth(2).waitFor()
  // So that the picture has times to show.
  await page.waitForTimeout(2000)
  for (const section of ['header', 'footer']) await workspace.open(section)
  await workspace.open('articles', 'fail')
  await steps.lens(page, 'Retry failed').waitFor()
  await steps.terminalTabs(page, '✗').first().click()
  await widenTerminalTabs(page)
  await putMouseAside(page)
  await take(page, 'failure')
}

/** @param {Scene} scene */
async function playTimeline({ page, workspace }) {
  await openSpec(page, 'specs/newsletter/tasks.md')
  await steps.lens(page, /Run parallel group/).click()
  await steps.terminalTabs(page, '●').nth(2).waitFor()
  // So that the bars of the picture differ in length.
  await page.waitForTimeout(3000)
  await workspace.open('articles', 'fail')
  await page.waitForTimeout(3000)
  await workspace.open('header')
  await page.waitForTimeout(2000)
  await workspace.open('footer')
  await steps.lens(page, 'Retry failed').waitFor()
  // An empty gate is a closed one.
  await workspace.open('articles', '')
  await steps.lens(page, 'Retry failed').click()
  await page.waitForTimeout(3000)
  await workspace.open('articles')
  await steps.treeRow(page, /^1\.3 .*, done, attempt 2/).waitFor()
  await steps.runCommand(page, 'Notifications: Clear All Notifications')
  await steps.runCommand(page, 'View: Toggle Panel Visibility')
  // The page takes the focus when it opens: nothing else is asked of the keyboard after this.
  await steps.runCommand(page, 'Parallel Tasks: Show Timeline')
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
  await frame.getByRole('gridcell', { name: /attempt 2/ }).click()
  await putMouseAside(page)
  await take(page, 'timeline')
}

/** @param {Scene} scene */
async function playProblems({ page }) {
  await openSpec(page, 'specs/checkout/tasks.md')
  await steps.runCommand(page, 'View: Toggle Problems')
  await page.locator('.markers-panel .monaco-list-row').nth(2).waitFor()
  await putMouseAside(page)
  await take(page, 'problems')
}

/**
 * Takes moments of a scene for a moving picture.
 * @param {import('playwright-core').Page} page
 */
function filming(page) {
  /** @type {{ png: Buffer, ms: number }[]} */
  const frames = []
  return {
    /** Takes a moment that is shown for so many milliseconds. @param {number} ms */
    async shoot(ms) {
      frames.push({ png: await page.screenshot({ animations: 'disabled' }), ms })
      await page.evaluate(() => document.getElementById('film-pointer')?.remove())
    },
    /** Puts the mouse on something, and an arrow there for the next moment, since pictures show no mouse. @param {import('playwright-core').Locator} target */
    async pointAt(target) {
      await target.hover()
      const box = await target.boundingBox()
      if (box) await page.evaluate(drawPointer, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
    },
    /** @param {string} name */
    async save(name) {
      const gif = animation(frames, 960)
      await writeFile(join(pictures, `${name}.gif`), gif)
      console.log(`docs/images/${name}.gif (${Math.round(gif.length / 1024)} KB)`)
    },
  }
}

/** Draws the arrow of a mouse; runs in the page. @param {{ readonly x: number, readonly y: number }} tip */
function drawPointer({ x, y }) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const arrow = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.id = 'film-pointer'
  svg.setAttribute('viewBox', '0 0 12 18')
  Object.assign(svg.style, {
    position: 'fixed',
    left: `${x}px`,
    top: `${y}px`,
    width: '18px',
    zIndex: '100000',
    pointerEvents: 'none',
  })
  arrow.setAttribute('d', 'M1 1v13l3.2-3 2 5 2.2-.9-2-4.9H11z')
  arrow.setAttribute('fill', 'black')
  arrow.setAttribute('stroke', 'white')
  svg.append(arrow)
  document.body.append(svg)
}

/** A row under the mouse would look chosen. @param {import('playwright-core').Page} page */
async function putMouseAside(page) {
  await page.mouse.move(700, 790)
}

/** @param {import('playwright-core').Page} page @param {string} path */
async function openSpec(page, path) {
  await steps.openFile(page, path)
  await steps.showTasksView(page)
  await drag(page, '.primary-sidebar-sash', 40)
}

/** Makes the list of terminals as wide as their names. @param {import('playwright-core').Page} page */
async function widenTerminalTabs(page) {
  await drag(page, '.integrated-terminal .monaco-sash.vertical', -150)
}

/** Moves a border of the window sideways. @param {import('playwright-core').Page} page @param {string} selector @param {number} by */
async function drag(page, selector, by) {
  const border = await page.locator(selector).boundingBox()
  if (!border) throw new Error(`There is no border ${selector} to drag.`)
  const x = border.x + border.width / 2
  const y = border.y + border.height / 2
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by, y, { steps: 5 })
  await page.mouse.up()
}

/** @param {import('playwright-core').Page} page @param {string} name */
async function take(page, name) {
  // The icons of tests and tasks change places in the margin a moment after a task has ended.
  await page.waitForTimeout(1000)
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
  console.log(`docs/images/${name}.png`)
}

await installServerHost()
if (!(await runProgram(['node', 'scripts/build.mjs']))) process.exit(1)
const vsix = await packageExtension()
const [only] = process.argv.slice(2)
for (const { name, play } of scenes.filter(({ scene }) => only === undefined || scene === only)) {
  const workspace = await createWorkspace(name, [`test/fixtures/${name}`], settings)
  const server = await startServer({ vsix })
  const workbench = await openWorkbench({ server, folder: workspace.folder, scale: 2 })
  await play({ page: workbench.page, workspace })
  await workbench.close()
  await workspace.remove()
  await server.stop()
}
process.exit(0)
