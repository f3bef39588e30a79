import type { TestProject } from 'vitest/node'
import { installServerHost } from '../hosts/install.mjs'
import { packageExtension } from '../hosts/packageExtension.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Absolute path of the packed extension. */
    vsix: string
  }
}

/** Sees to a host and packs the extension once for all files. */
export async function setup(project: TestProject): Promise<void> {
  await installServerHost()
  project.provide('vsix', await packageExtension())
}
