// Installs the server host once and keeps it: see serverHost.mjs for what it is.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { runQuietly } from './runQuietly.mjs'
import { expectedStamp, hostPackages, isServerHostInstalled, serverHost } from './serverHost.mjs'
import { ensureSystemPackages, findBrowser, hostNeeds } from './systemPackages.mjs'

/**
 * Sees to it that the server host and a browser are there; a second or less when they are.
 * @returns {Promise<{ readonly node: string, readonly serverMain: string, readonly browser: string }>}
 * throws one readable message when something cannot be had
 */
export async function installServerHost() {
  if (process.platform !== 'linux') {
    throw new Error(
      'The server host of the tests runs on Linux. Here, let VSCODE_EXECUTABLE_PATH name an installed VS Code.',
    )
  }
  await ensureSystemPackages(hostNeeds.browser)
  if (!(await isServerHostInstalled())) await install()
  const browser = findBrowser()
  if (!browser) throw new Error('No browser found. Install Chromium, or let CHROMIUM_PATH name one.')
  return { node: serverHost.node, serverMain: serverHost.serverMain, browser }
}

async function install() {
  await ensureSystemPackages(hostNeeds.build)
  console.log('Installing VS Code for the tests into .vscode-test (once, a minute or two, 800 MB) …')
  await rm(serverHost.folder, { recursive: true, force: true })
  await mkdir(serverHost.folder, { recursive: true })
  const manifest = { name: 'vscode-server-host', private: true, dependencies: hostPackages }
  await writeFile(join(serverHost.folder, 'package.json'), JSON.stringify(manifest, null, 2))

  // No install scripts: they would build for minutes and want headers that few machines have.
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund'], serverHost.folder)
  await npm(['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'], serverHost.vscode)
  // The extension host does not start without the first and complains without the second.
  await npm(['rebuild', '@vscode/native-watchdog', '@vscode/spdlog'], serverHost.vscode)
  await writeFile(serverHost.stamp, expectedStamp)
}

/**
 * npm under the host's own Node, with that Node's headers for what is built.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
async function npm(args, cwd) {
  const env = {
    ...process.env,
    PATH: `${join(serverHost.nodePackage, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: serverHost.nodePackage,
    npm_package_config_node_gyp_nodedir: serverHost.nodePackage,
  }
  await runQuietly('npm', args, { cwd, env })
}
