import { links } from '#core/features/links'
import type { DocumentLink } from 'vscode-languageserver/node'
import { siblingUri } from '../siblingUri'
import type { FeatureContext } from './context'
import { existingFile } from './definition'

/** Links to the files that exist, to requirements and to the design. */
export async function documentLinks({ spec }: FeatureContext): Promise<DocumentLink[]> {
  const { document, surroundings } = spec.analysis
  const found = await Promise.all(
    links(document, surroundings).map(async ({ range, target }): Promise<DocumentLink | undefined> => {
      if (target.kind === 'beside') {
        return { range, target: `${siblingUri(spec.uri, target.name)}#L${target.line + 1}` }
      }
      const file = await existingFile(surroundings.root, target.path)
      return file === undefined ? undefined : { range, target: file }
    }),
  )
  return found.flatMap((link) => link ?? [])
}
