import { installServerHost } from './install.mjs'
import { openWorkbench } from './page.mjs'
import { projectRoot } from './serverHost.mjs'
import { startServer } from './server.mjs'

/** Lines of VS Code's own that say nothing about the extension. */
const noise =
  /^\s+at |\[(AgentHost|ChatModelSelection|AccountPolicyGate|Service Worker|reconnection-grace-time|ChatSession)|Resolv(ing|ed) connection token|Creating a socket|additional builtin extensions|workbench contribution|getaddrinfo|auth.*provider|telemetry/i

/** Longest time for a whole suite, in milliseconds. */
const limit = 300_000

/**
 * Runs a suite in the extension host of the server host.
 * @param {{ readonly suite: string, readonly folder: string, readonly env: Readonly<Record<string, string>> }} job absolute paths
 * @returns {Promise<number>} the suite's exit code
 */
export async function runOnServer(job) {
  await installServerHost()
  const server = await startServer({ env: job.env })
  const print = (/** @type {string} */ line) => {
    if (!noise.test(line)) console.log(line)
  }
  let code = 1
  try {
    const workbench = await openWorkbench({
      server,
      folder: job.folder,
      extension: projectRoot,
      suite: job.suite,
      print,
    })
    code = await Promise.race([workbench.ended, tooLate()])
    await workbench.close()
  } finally {
    await server.stop(code === 0 ? undefined : 'keep')
    if (code !== 0) console.log(`The host's own log: ${server.log}`)
  }
  return code
}

/** @returns {Promise<never>} */
function tooLate() {
  return new Promise((_resolve, reject) => {
    const error = new Error(`The suite in the host did not end within ${limit / 1000} s.`)
    setTimeout(() => reject(error), limit).unref()
  })
}
