import { join } from 'node:path'
import { Uri, workspace } from 'vscode'
import type { Disposable } from '../platform/disposables'
import { git } from '../platform/git'

const scheme = 'parallel-tasks-git'

/** The URI under which a file can be read as a commit has it. `path` is relative to the repository's root. */
export function gitUri(root: string, ref: string, path: string): Uri {
  return Uri.file(join(root, path)).with({ scheme, query: JSON.stringify({ root, ref, path }) })
}

/** Registers the provider of such texts; a file that a commit does not have is empty. */
export function offerGitTexts(): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent({ query }) {
      const place = readPlace(query)
      return place === undefined ? '' : git(place.root, ['cat-file', 'blob', `${place.ref}:${place.path}`])
    },
  })
}

interface Place {
  readonly root: string
  readonly ref: string
  readonly path: string
}

/** Links of this scheme can be written by anybody, so that only commits and HEAD pass, and nothing git takes for an option. */
function readPlace(query: string): Place | undefined {
  try {
    const value: unknown = JSON.parse(query)
    return workspace.isTrusted && isPlace(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'root' in value &&
    typeof value.root === 'string' &&
    'path' in value &&
    typeof value.path === 'string' &&
    'ref' in value &&
    typeof value.ref === 'string' &&
    /^(HEAD|[0-9a-f]{40,64})$/.test(value.ref)
  )
}
