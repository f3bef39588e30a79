// Where the server host stands on this disk: VS Code's own server and workbench from the npm package
// code-server, and the Node that it wants. The folder is kept between runs and is no part of the project's packages.
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The packages of the host, pinned: one VS Code for everybody. */
export const hostPackages = {
  'code-server': '4.139.1',
  [`node-${process.platform}-${process.arch}`]: '24.21.0',
}

/** The project's own folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

const folder = join(projectRoot, '.vscode-test', 'server-host')
const nodePackage = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`)
const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode')

/** The paths of the server host; they exist once it is installed. */
export const serverHost = {
  folder,
  stamp: join(folder, 'installed.json'),
  nodePackage,
  node: join(nodePackage, 'bin', 'node'),
  vscode,
  serverMain: join(vscode, 'out', 'server-main.js'),
  markdownGrammar: join(vscode, 'extensions', 'markdown-basics', 'syntaxes', 'markdown.tmLanguage.json'),
}

/** What the stamp holds when this very host was installed to the end. */
export const expectedStamp = JSON.stringify(hostPackages)

/**
 * Whether the host is there, complete and of the wanted versions. The stamp is written last, so that an install
 * that broke off does not count; the files are looked at too, because people clean folders by hand.
 */
export async function isServerHostInstalled() {
  const watchdog = join(vscode, 'node_modules', '@vscode', 'native-watchdog', 'build', 'Release', 'watchdog.node')
  try {
    await Promise.all([serverHost.node, serverHost.serverMain, watchdog].map((path) => access(path)))
    return (await readFile(serverHost.stamp, 'utf8')) === expectedStamp
  } catch {
    return false
  }
}
