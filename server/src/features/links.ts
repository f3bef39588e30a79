import { links } from '#core/features/links'
import type { DocumentLink } from 'vscode-languageserver/node'
import { siblingUri } from '../siblingUri'
import type { FeatureContext } from './context'
import { existingFile } from './definition'

/** Links to the files that exist, and to requirements. */
export async function documentLinks({ spec }: FeatureContext): Promise<DocumentLink[]> {
  const { document, surroundings } = spec.analysis
  const found = await Promise.all(
    links(document, surroundings.requirements).map(async ({ range, target }): Promise<DocumentLink | undefined> => {
      if (target.kind === 'requirement') {
        return { range, target: `${siblingUri(spec.uri, 'requirements.md')}#L${target.line + 1}` }
      }
      const file = await existingFile(surroundings.root, target.path)
      return file === undefined ? undefined : { range, target: file }
    }),
  )
  return found.flatMap((link) => link ?? [])
}
