// Bundles the four programs of the house with esbuild. `--watch` keeps them fresh, `--production` makes them small.
import esbuild from 'esbuild'

const production = process.argv.includes('--production')
const watch = process.argv.includes('--watch')

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  logLevel: 'warning',
}

/** The client loads the language client with `require('./languageClient.js')`, so that it stays a bundle of its own. */
const programs = [
  { entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode', './languageClient.js'] },
  { entryPoints: { languageClient: 'client/src/languageClient.ts' }, external: ['vscode'] },
  { entryPoints: { server: 'server/src/main.ts' } },
  { entryPoints: { runner: 'runner/src/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
]

for (const program of programs) {
  const options = { ...shared, ...program, outdir: 'dist' }
  if (watch) await (await esbuild.context(options)).watch()
  else await esbuild.build(options)
}
