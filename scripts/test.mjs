// `npm test`: sets itself up and runs every check there is. Ends with one line, `N passed, N failed`.
import { ensurePackages } from './setup.mjs'

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped?: number }} Counts */

/** A check that has no tests to count is one: it passes or it fails. */
const one = { passed: { passed: 1, failed: 0 }, failed: { passed: 0, failed: 1 } }

/** @returns {Promise<readonly (readonly [string, () => Promise<Counts>])[]>} what is run, in this order; nothing is left out when one fails */
async function checks() {
  const { runProgram, runVitest } = await import('./checks.mjs')
  const { installServerHost } = await import('../test/hosts/install.mjs')
  const program = async (...command) => ((await runProgram(command)) ? one.passed : one.failed)
  return [
    ['VS Code host', async () => installServerHost().then(() => one.passed)],
    ['build', () => program('node', 'scripts/build.mjs', '--production')],
    ['types', () => program('node_modules/.bin/tsc', '-b')],
    ['lint', () => program('node_modules/.bin/oxlint', '--type-aware', '--deny-warnings', '.')],
    ['format', () => program('node_modules/.bin/oxfmt', '--check', '.')],
    ['unit tests', () => runVitest('vitest.config.ts')],
    ['tests in VS Code', async () => (await import('../test/hosts/run.mjs')).runSuite()],
    ['clicks in VS Code', () => runVitest('test/ui/vitest.config.ts')],
  ]
}

/** @type {[string, Counts, number][]} */
const results = []
try {
  await ensurePackages()
  for (const [name, run] of await checks()) {
    console.log(`\n━━ ${name} ━━`)
    const start = Date.now()
    const counts = await run().catch((error) => {
      console.error(error instanceof Error ? error.message : error)
      return one.failed
    })
    results.push([name, counts, Date.now() - start])
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  results.push(['set-up', one.failed, 0])
}

console.log('')
for (const [name, { passed, failed, skipped = 0 }, time] of results) {
  const told = failed > 0 ? `${failed} failed, ${passed} passed` : `${passed} passed`
  const outcome = skipped > 0 ? `${told}, ${skipped} skipped` : told
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(18)} ${outcome} (${Math.round(time / 1000)} s)`)
}
const sum = (pick) => results.reduce((total, [, counts]) => total + pick(counts), 0)
const failed = sum((counts) => counts.failed)
console.log(`${sum((counts) => counts.passed)} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
