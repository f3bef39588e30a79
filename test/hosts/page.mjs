// Shows the workbench of a server in Debian's Chromium (or what there is) and hands out the page.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format } from 'node:util'
import { chromium } from 'playwright-core'
import { findBrowser } from './systemPackages.mjs'

/**
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {Promise<number>} ended the exit code of the suite in the extension host; never settles without a suite
 * @property {() => Promise<void>} close
 *
 * @typedef {object} WorkbenchOptions
 * @property {import('./server.mjs').Server} server
 * @property {string} folder the workspace, absolute: a folder, or a `.code-workspace` file
 * @property {string} [extension] folder of an extension under development, absolute
 * @property {string} [suite] the module with `run()` for the extension host, absolute; needs `extension`
 * @property {string} [open] a file to open, absolute
 * @property {number} [scale] device pixels per pixel, for pictures
 * @property {(line: string) => void} [print] gets what the host's console says; to the floor without it
 */

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Opens the workbench and waits until it is drawn.
 * @param {WorkbenchOptions} options
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(options) {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No browser found. Run npm run setup -- --host first.')
  const profile = await mkdtemp(join(tmpdir(), 'parallel-tasks-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: switches,
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: 'dark',
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(60_000)
  const ended = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve)
  })
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
    options.print?.(format(...args)),
  )
  await page.goto(workbenchAddress(options))
  await page.locator('.monaco-workbench').waitFor()
  const close = async () => {
    await context.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  return { page, ended, close }
}

/**
 * The address of a workspace, with what the workbench should load besides.
 * @param {WorkbenchOptions} options
 */
export function workbenchAddress(options) {
  const { server, folder, extension, suite, open } = options
  const remote = (/** @type {string} */ path) => `vscode-remote://${server.authority}${path}`
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(suite ? [['extensionTestsPath', remote(suite)]] : []),
    ...(open ? [['openFile', remote(open)]] : []),
    ['skipWelcome', 'true'],
  ]
  const query = new URLSearchParams({
    [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: folder,
    payload: JSON.stringify(payload),
  })
  return `${server.address}/?${query.toString()}`
}
