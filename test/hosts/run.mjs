// Runs the suite of test/vscode inside a real VS Code: on the desktop where one can be had, else on the server host.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleSuite } from './bundleSuite.mjs'
import { findDesktop, runOnDesktop } from './desktop.mjs'
import { runOnServer } from './runOnServer.mjs'
import { createWorkspace } from './workspace.mjs'

/** Settings of the workspace in which the suite runs. A browser saves by itself where nobody says otherwise. */
const settings = { 'parallelTasks.executor': 'shell', 'files.autoSave': 'off' }

/**
 * Runs the suite once and tells its counts. The bundles in dist/ must be built.
 * @param {readonly string[]} [only] names of test files without their ending; all when there are none
 * @returns {Promise<{ readonly passed: number, readonly failed: number }>} a host that broke counts as one failure
 */
export async function runSuite(only = []) {
  const suite = await bundleSuite()
  const { executable, reason } = await findDesktop()
  console.log(executable ? `Host: VS Code at ${executable} (${reason})` : `Host: the VS Code server (${reason})`)
  const workspace = await createWorkspace('suite', ['test/fixtures/newsletter', 'test/fixtures/seed-shape'], settings)
  const results = await mkdtemp(join(tmpdir(), 'parallel-tasks-result-'))
  const file = join(results, 'result.json')
  const job = {
    suite,
    folder: workspace.folder,
    env: { PARALLEL_TASKS_TEST_RESULT: file, PARALLEL_TASKS_TEST_FILES: only.join(' ') },
  }
  try {
    const code = await (executable ? runOnDesktop(executable, job) : runOnServer(job))
    const result = JSON.parse(await readFile(file, 'utf8').catch(() => '{ "passed": 0, "failed": 1 }'))
    return code === 0 || result.failed > 0 ? result : { passed: result.passed, failed: 1 }
  } finally {
    await workspace.remove()
    await rm(results, { recursive: true, force: true })
  }
}

if (fileURLToPath(import.meta.url) === realpathSync(process.argv[1] ?? '.')) {
  const { passed, failed } = await runSuite(process.argv.slice(2))
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}
