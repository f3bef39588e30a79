import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createVSIX } from '@vscode/vsce'
import { projectRoot } from './serverHost.mjs'

/**
 * Packs the extension as it is shipped. The bundles in dist/ must be built.
 * @returns {Promise<string>} the absolute path of the VSIX
 */
export async function packageExtension() {
  const packagePath = join(projectRoot, 'out', 'parallel-tasks.vsix')
  await mkdir(join(projectRoot, 'out'), { recursive: true })
  await createVSIX({
    cwd: projectRoot,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    skipLicense: true,
  })
  return packagePath
}
