// `npm run bench:lsp`: what a keystroke costs, beside full parses of the same text, at three sizes.
// BENCH_SIZES=50,500 takes other sizes (in KB), BENCH_ROUNDS=20 fewer keystrokes, BENCH_ALONE=1 leaves the others out.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import esbuild from 'esbuild'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'parallel-tasks-bench-'))
try {
  await esbuild.build({
    entryPoints: {
      server: join(root, 'server/src/main.ts'),
      bench: join(root, 'test/bench/lspBench.ts'),
      remarkParse: join(root, 'test/bench/remarkParse.ts'),
    },
    outdir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    // The client that the tests share finds the page of rules beside itself; the bench does without.
    define: { 'import.meta.dirname': '__dirname' },
  })
  const bundles = { server: join(folder, 'server.js'), remarkParse: join(folder, 'remarkParse.js') }
  const main = join(folder, 'main.cjs')
  writeFileSync(main, `require('./bench.js').benchLsp(${JSON.stringify(bundles)}).then(() => process.exit(0))`)
  const flags = process.argv.slice(2)
  process.exitCode = spawnSync(process.execPath, ['--expose-gc', ...flags, main], { stdio: 'inherit' }).status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
