// `npm run bench:activation [rounds]`: how long VS Code waits for the extension to activate, beside an extension that does
// nothing, by VS Code's own figures (Developer: Show Running Extensions).
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVSIX } from '@vscode/vsce'
import { installServerHost } from '../hosts/install.mjs'
import { packageExtension } from '../hosts/packageExtension.mjs'
import { openWorkbench } from '../hosts/page.mjs'
import { startServer } from '../hosts/server.mjs'
import { openFile, runCommand } from '../hosts/steps.mjs'
import { createWorkspace } from '../hosts/workspace.mjs'

const rounds = Number(process.argv[2] ?? 5)
const names = ['Parallel Tasks', 'Does Nothing']

await installServerHost()
const folder = await mkdtemp(join(tmpdir(), 'parallel-tasks-baseline-'))
const vsix = [await packageExtension(), await packBaseline()]
/** @type {number[][]} */
const times = []
for (let round = 0; round < rounds; round++) times.push(await measure())
await rm(folder, { recursive: true, force: true })
for (const [at, name] of names.entries()) {
  const sorted = times.map((row) => row[at] ?? Number.NaN).toSorted((a, b) => a - b)
  console.log(`${name.padEnd(15)} median ${sorted[Math.floor(sorted.length / 2)]} ms of ${sorted.join(', ')}`)
}
process.exit(0)

/** The smallest extension that is activated by the same event. */
async function packBaseline() {
  const manifest = {
    name: 'does-nothing',
    displayName: 'Does Nothing',
    publisher: 'bench',
    version: '0.0.1',
    engines: { vscode: '^1.101.0' },
    main: './main.js',
    activationEvents: ['onLanguage:markdown'],
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'README.md'), '# Does Nothing\n\nThe baseline of a benchmark.\n')
  await writeFile(join(folder, 'main.js'), 'exports.activate = () => {}\n')
  const packagePath = join(folder, 'baseline.vsix')
  await createVSIX({ cwd: folder, packagePath, allowMissingRepository: true, skipLicense: true, dependencies: false })
  return packagePath
}

/** One window on a workspace with specs: milliseconds for each of the names. */
async function measure() {
  const workspace = await createWorkspace('newsletter', ['test/fixtures/newsletter'])
  const server = await startServer({ vsix })
  const { page, close } = await openWorkbench({ server, folder: workspace.folder })
  try {
    // High enough for the whole list of running extensions.
    await page.setViewportSize({ width: 1280, height: 2400 })
    await openFile(page, 'specs/newsletter/tasks.md')
    await page.locator('.codelens-decoration').first().waitFor()
    await runCommand(page, 'Developer: Show Running Extensions')
    const row = (/** @type {string} */ name) =>
      page.locator('.runtime-extensions-editor .monaco-list-row').filter({ hasText: name }).first()
    const texts = await Promise.all(names.map((name) => row(name).innerText()))
    return texts.map((text) => Number(/(\d+)\s*ms/.exec(text)?.[1]))
  } finally {
    await close()
    await workspace.remove()
    await server.stop()
  }
}
