// What the tests need of the operating system: a compiler for two small native modules, a browser, and another editor.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runQuietly } from './runQuietly.mjs'

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** Path of the browser for the workbench: `CHROMIUM_PATH`, else the first Chromium, Chrome or Edge on the PATH, else undefined. */
export function findBrowser() {
  const named = process.env['CHROMIUM_PATH']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const onPath = browsers.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...(named ? [named] : []), ...onPath].find((path) => existsSync(path))
}

/**
 * Sees to it that every program is there, with `apt-get` where this user may.
 * @param {readonly { readonly present: () => boolean, readonly package: string }[]} needs
 * @returns {Promise<void>} throws one sentence that says what to type when something is missing and cannot be installed
 */
export async function ensureSystemPackages(needs) {
  const missing = needs.filter((need) => !need.present()).map((need) => need.package)
  if (missing.length === 0) return
  const command = `apt-get install -y ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !works('apt-get')) {
    throw new Error(`The tests need ${missing.join(', ')}. Install that first, on Debian or Ubuntu: sudo ${command}`)
  }
  console.log(`Installing ${missing.join(', ')} with apt-get …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = ['-q', '-o', 'DPkg::Lock::Timeout=300']
  await runQuietly('apt-get', [...apt, 'update'], { env })
  await runQuietly('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...missing], { env })
  const still = needs.filter((need) => !need.present()).map((need) => need.package)
  if (still.length > 0)
    throw new Error(`apt-get installed ${still.join(', ')}, yet it does not run. Try by hand: ${command}`)
}

/** The programs that the tests need, and the Debian packages that hold them. */
export const hostNeeds = {
  build: [
    { present: () => works('g++'), package: 'g++' },
    { present: () => works('make'), package: 'make' },
    { present: () => works('python3'), package: 'python3' },
  ],
  browser: [{ present: () => findBrowser() !== undefined, package: 'chromium' }],
  editor: [{ present: () => works('nvim'), package: 'neovim' }],
}

/** @param {string} program */
function works(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}
