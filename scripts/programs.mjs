// What is bundled, and how: the one list that the build and the notices go by.

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

const unusedValidator = './scripts/unusedValidator.mjs'

/** The client loads the language client with `require('./languageClient.js')`, so that it stays a bundle of its own. */
const programs = [
  { entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode', './languageClient.js'] },
  { entryPoints: { languageClient: 'client/src/languageClient.ts' }, external: ['vscode'] },
  // The page of the timeline runs in a webview, which is a browser.
  {
    entryPoints: { timeline: 'client/src/timeline/page/main.ts' },
    platform: 'browser',
    format: 'iife',
    target: 'chrome122',
    charset: 'ascii',
  },
  { entryPoints: { server: 'server/src/main.ts' } },
  {
    entryPoints: { runner: 'runner/src/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
    alias: { ajv: unusedValidator, 'ajv-formats': unusedValidator },
  },
]

/**
 * The options of esbuild for each program, to be run in the project's folder.
 * @param {{ readonly production: boolean, readonly outdir?: string }} how `production` makes them small, without source maps
 * @returns {readonly BuildOptions[]}
 */
export function bundles({ production, outdir = 'dist' }) {
  return programs.map((program) => ({
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: production,
    sourcemap: !production,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    ...program,
    outdir,
  }))
}
