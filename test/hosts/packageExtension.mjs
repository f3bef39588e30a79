import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createVSIX } from '@vscode/vsce'
import { projectRoot } from './serverHost.mjs'

/**
 * Packs the extension as it is shipped. vsce builds its bundles first (`vscode:prepublish`).
 * @param {string} [vsix] the package to write, absolute; out/parallel-tasks.vsix without it
 * @param {string} [folder] the project's folder
 * @returns {Promise<string>} the absolute path of the VSIX
 */
export async function packageExtension(vsix, folder = projectRoot) {
  const packagePath = vsix ?? join(folder, 'out', 'parallel-tasks.vsix')
  const readmePath = 'out/README.md'
  await mkdir(join(folder, 'out'), { recursive: true })
  await writeFile(join(folder, readmePath), packedReadme(await readFile(join(folder, 'README.md'), 'utf8')))
  await createVSIX({
    cwd: folder,
    packagePath,
    readmePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    skipLicense: true,
  })
  return packagePath
}

/**
 * The README as it goes into the package: without what only holds in the repository. Its pictures are among that as long
 * as no public address serves them: a page of the Marketplace shows no file of the package.
 * @param {string} text
 */
function packedReadme(text) {
  return text.replaceAll(/<!-- repository -->[\s\S]*?<!-- \/repository -->\n*/g, '')
}
