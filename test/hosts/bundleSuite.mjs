import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import esbuild from 'esbuild'
import { projectRoot } from './serverHost.mjs'

/**
 * Bundles the suite for the extension host: one file per test, beside the entry that VS Code loads.
 * @returns {Promise<string>} the absolute path of that entry
 */
export async function bundleSuite() {
  const outdir = join(projectRoot, 'out', 'vscode')
  await rm(outdir, { recursive: true, force: true })
  await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints: ['test/vscode/index.ts', 'test/vscode/*.test.ts'],
    outdir,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  })
  return join(outdir, 'index.js')
}
