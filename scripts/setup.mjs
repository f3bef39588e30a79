// Makes a fresh clone ready to work: the npm packages and, with `--host`, a VS Code for the tests.
// Uses nothing but Node itself, so that it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Installs the packages of package-lock.json when they are not all there, and does nothing otherwise.
 * @returns {Promise<void>} throws one readable sentence when npm fails
 */
export async function ensurePackages() {
  if (await installedAsLocked()) return
  console.log('Installing the npm packages …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (npm.error?.code === 'ENOENT') throw new Error('npm is not on the PATH. Install Node.js 20 or newer with npm.')
  if (npm.status !== 0)
    throw new Error('npm ci failed. Its own message above says why; run it again when that is solved.')
}

/** Whether node_modules holds every package of the lock file in its version. npm writes its own copy of the lock last. */
async function installedAsLocked() {
  const wanted = await packagesOf('package-lock.json')
  const installed = await packagesOf('node_modules/.package-lock.json')
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  )
}

async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(new URL(`../${file}`, import.meta.url), 'utf8')).packages
  } catch {
    return undefined
  }
}

if (fileURLToPath(import.meta.url) === realpathSync(process.argv[1] ?? '.')) {
  try {
    await ensurePackages()
    if (process.argv.includes('--host')) await (await import('../test/hosts/install.mjs')).installServerHost()
    console.log('Ready.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
