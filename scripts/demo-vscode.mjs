// `npm run demo:vscode`: the extension on a copy of the demo folder, in VS Code in your browser. Ctrl+C ends all of it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages } from './setup.mjs'

try {
  await ensurePackages()
  const { runProgram } = await import('./checks.mjs')
  const { installServerHost } = await import('../test/hosts/install.mjs')
  const { packageExtension } = await import('../test/hosts/packageExtension.mjs')
  const { startServer } = await import('../test/hosts/server.mjs')
  const { projectRoot } = await import('../test/hosts/serverHost.mjs')
  const { createWorkspace } = await import('../test/hosts/workspace.mjs')

  await installServerHost()
  if (!(await runProgram(['node', 'scripts/build.mjs'])))
    throw new Error('The build failed. Its own message above says why.')
  const demo = existsSync(join(projectRoot, 'examples', 'demo')) ? 'examples/demo' : 'test/fixtures/newsletter'
  const workspace = await createWorkspace('demo', [demo], { 'parallelTasks.executor': 'shell' })
  const server = await startServer({ vsix: await packageExtension(), keepsSignals: true })
  console.log(`\nOpen ${server.address}/?folder=${workspace.folder}`)
  console.log('Then open the Parallel Tasks view, or tasks.md, and press Run parallel group.')
  console.log(`The folder is a git repository of its own: ${workspace.folder}`)
  console.log('Ctrl+C ends the server and removes the folder.')
  await interrupted()
  console.log('\nEnding …')
  await workspace.remove()
  await server.stop()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** Resolves at the first Ctrl+C. */
function interrupted() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve)
  })
}
