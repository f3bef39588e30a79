import path from 'node:path'
import { designHeadings } from '#core/references/design'
import { readRequirements } from '#core/references/requirements'
import type { Surroundings } from '../analysis'
import { createLinkCheck } from './linkCheck'
import { readStateFile } from './stateFile'
import { readText } from './readText'
import { workRootOf } from './workRoot'

/** Nothing known: for documents that lie in no folder. */
export const noSurroundings: Surroundings = {
  state: undefined,
  stateText: undefined,
  requirements: undefined,
  design: [],
  root: undefined,
  resolvesOutside: undefined,
}

/** File names beside a tasks document whose changes matter to it. */
export const surroundingNames = ['.ralph-state.json', 'requirements.md', 'design.md'] as const

/** Reads what stands around a tasks document on disk. Never throws. */
export async function readSurroundings(file: string, workspaceFolders: readonly string[]): Promise<Surroundings> {
  const folder = path.dirname(file)
  const requirements = await readText(path.join(folder, 'requirements.md'))
  const design = await readText(path.join(folder, 'design.md'))
  const state = await readStateFile(folder)
  const root = workRootOf(folder, workspaceFolders)
  return {
    state: state?.reading,
    stateText: state?.text,
    requirements: requirements === undefined ? undefined : readRequirements(requirements),
    design: design === undefined ? [] : designHeadings(design),
    root,
    resolvesOutside: createLinkCheck(root),
  }
}
