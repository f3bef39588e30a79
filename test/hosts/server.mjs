// Starts and ends the server host: VS Code's server on the loopback address, with data folders of its own.
import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverHost } from './serverHost.mjs'

/**
 * @typedef {object} Server
 * @property {string} address where the workbench is, `http://127.0.0.1:<port>`
 * @property {string} authority `127.0.0.1:<port>`, as `vscode-remote` URIs want it
 * @property {string} log path of the file with the server's output
 * @property {() => void} killExtensionHost ends the extension host as a crash would
 * @property {(keep?: 'keep') => Promise<void>} stop ends the server and all that it started, and removes its data unless told to keep it
 *
 * @typedef {object} ServerOptions
 * @property {Readonly<Record<string, unknown>>} [settings] machine settings beside the quiet ones below
 * @property {Readonly<Record<string, string>>} [env] variables for the server and its extension host
 * @property {string | readonly string[]} [vsix] packaged extensions to install first; without one the page names one under development
 * @property {string} [language] the display language, such as `de`; VS Code's own texts stay English, extensions speak it
 * @property {boolean} [trust] whether workspace trust is on; off without it
 * @property {boolean} [keepsSignals] the caller sees to SIGINT and its like itself, and calls `stop`
 */

/** What keeps the window free of what is not ours. */
const quiet = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'window.autoDetectColorScheme': false,
  'git.openRepositoryInParentFolders': 'never',
  'terminal.integrated.gpuAcceleration': 'off',
  'telemetry.telemetryLevel': 'off',
}

/** A host that ends by one of these takes its server along: a process group of its own would outlive it. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Starts a server and waits until it answers.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const data = await mkdtemp(join(tmpdir(), 'parallel-tasks-vscode-'))
  const machine = join(data, 'data', 'Machine')
  await mkdir(machine, { recursive: true })
  const settings = { ...quiet, 'security.workspace.trust.enabled': options.trust ?? false, ...options.settings }
  await writeFile(join(machine, 'settings.json'), JSON.stringify(settings, null, 2))

  if (options.language) await addLanguage(join(data, 'data'), options.language)

  const places = ['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')]
  const env = { ...cleanEnvironment(), ...options.env }
  for (const vsix of [options.vsix ?? []].flat()) await once(['--install-extension', vsix, ...places], env)

  const flags = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms']
  const lane = options.vsix ? [] : ['--enable-smoke-test-driver']
  const trust = options.trust ? [] : ['--disable-workspace-trust']
  const locale = options.language ? ['--locale', options.language] : []
  const args = [serverHost.serverMain, ...flags, ...lane, ...trust, ...locale, '--disable-telemetry', ...places]
  const child = spawn(serverHost.node, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env })
  const end = () => endGroup(child)
  const leave = () => process.exit(1)
  process.once('exit', end)
  if (!options.keepsSignals) for (const signal of signals) process.once(signal, leave)
  const log = join(data, 'server.log')
  const file = createWriteStream(log)
  child.stdout.pipe(file)
  child.stderr.pipe(file)

  const address = await whenReady(child).catch(async (error) => {
    end()
    throw new Error(`${error.message} Its output is in ${log}.`)
  })
  return {
    address,
    authority: new URL(address).host,
    log,
    killExtensionHost: () => killExtensionHost(child.pid),
    stop: async (keep) => {
      process.removeListener('exit', end)
      for (const signal of signals) process.removeListener(signal, leave)
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve))
        end()
        await gone
      }
      file.end()
      if (!keep) await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

/**
 * Lets the server believe that a language pack is installed, one without any text: VS Code knows a display language only
 * by its pack, and extensions bring their own texts for it.
 * @param {string} folder the server's user data
 * @param {string} language
 */
async function addLanguage(folder, language) {
  const texts = join(folder, `texts.${language}.json`)
  await writeFile(texts, JSON.stringify({ contents: {} }))
  const extensions = [{ extensionIdentifier: { id: `without-texts.${language}` }, version: '1.0.0' }]
  const pack = { hash: 'without-texts', extensions, translations: { vscode: texts }, label: language }
  await writeFile(join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }))
}

/** @param {number | undefined} group the server's process group */
function killExtensionHost(group) {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,pgid=,args='], { encoding: 'utf8' })
  const hosts = stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((row) => Number(row?.[2]) === group && row?.[3]?.includes('--type=extensionHost'))
  if (hosts.length === 0) throw new Error('The server has no extension host.')
  for (const row of hosts) process.kill(Number(row?.[1]), 'SIGKILL')
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @returns {Promise<string>} the address that the server says it listens on
 */
function whenReady(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    child.once('error', (error) => reject(new Error(`The VS Code server could not be started: ${error.message}.`)))
    child.once('exit', (code) => reject(new Error(`The VS Code server ended at once with ${code}.`)))
  })
}

/**
 * Runs the server's program for one job, such as installing an extension.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function once(args, env) {
  const { runQuietly } = await import('./runQuietly.mjs')
  await runQuietly(serverHost.node, [serverHost.serverMain, '--accept-server-license-terms', ...args], { env })
}

/** This environment without what a surrounding VS Code, Electron or git configuration would bring in. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|VITEST|GIT_)/.test(name),
  )
  return { ...Object.fromEntries(kept), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
}
