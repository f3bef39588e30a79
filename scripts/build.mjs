// Bundles the programs of the house with esbuild. `--watch` keeps them fresh, `--production` makes them small,
// `--outdir FOLDER` puts them elsewhere than in dist/.
import { parseArgs } from 'node:util'
import esbuild from 'esbuild'
import { bundles } from './programs.mjs'

const { values } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
  },
})

for (const options of bundles(values)) {
  if (values.watch) await (await esbuild.context(options)).watch()
  else await esbuild.build(options)
}
