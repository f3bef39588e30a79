// How `npm test` runs its checks: as programs of their own, their output straight to the console.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** With CI set, a missing snapshot is a failure. */
const env = { ...process.env, CI: 'true' }

/**
 * Runs a program in the project's folder, without input.
 * @param {readonly string[]} command
 * @returns {Promise<boolean>} whether it ended well; false also when it could not be started
 */
export function runProgram([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`)
      resolve(false)
    })
    child.once('close', (code) => resolve(code === 0))
  })
}

/**
 * Runs vitest and counts its tests.
 * @param {string} config path of its configuration
 * @returns {Promise<{ readonly passed: number, readonly failed: number, readonly skipped: number }>} a run that broke counts as one failure at least
 */
export async function runVitest(config) {
  const folder = await mkdtemp(join(tmpdir(), 'parallel-tasks-vitest-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const well = await runProgram(['node_modules/.bin/vitest', 'run', '--config', config, ...reporters])
  const counts = await readCounts(report)
  await rm(folder, { recursive: true, force: true })
  return well || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

async function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
