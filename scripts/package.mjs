// `npm run package`: packs the extension with vsce, as it is shipped.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensurePackages } from './setup.mjs'

await ensurePackages()
const { packageExtension } = await import('../test/hosts/packageExtension.mjs')
const { projectRoot } = await import('../test/hosts/serverHost.mjs')

const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'))
await packageExtension(join(projectRoot, `parallel-tasks-${version}.vsix`))
