import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Mocha from 'mocha'

/** What a suite in the host came to; the program that started the host reads it. */
export interface HostResult {
  readonly passed: number
  readonly failed: number
}

/**
 * VS Code's entry into the suite: runs every `*.test.js` beside this file in the extension host.
 * PARALLEL_TASKS_TEST_FILES, names with blanks between, leaves only those to run (`tasks` for `tasks.test.js`).
 * Rejects when a test failed. The counts go to the file that PARALLEL_TASKS_TEST_RESULT names.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000 })
  const only = (process.env['PARALLEL_TASKS_TEST_FILES'] ?? '').split(' ').filter(Boolean)
  const names = (await readdir(__dirname))
    .filter((name) => name.endsWith('.test.js'))
    .filter((name) => only.length === 0 || only.includes(name.replace('.test.js', '')))
    .sort()
  for (const name of names) mocha.addFile(join(__dirname, name))
  const result = await new Promise<HostResult>((resolve) => {
    let passed = 0
    const runner = mocha.run((failed) => resolve({ passed, failed }))
    runner.on('pass', () => {
      passed += 1
    })
  })
  const file = process.env['PARALLEL_TASKS_TEST_RESULT']
  if (file) await writeFile(file, JSON.stringify(result))
  if (result.failed > 0) throw new Error(`${result.failed} tests failed in the host.`)
}
