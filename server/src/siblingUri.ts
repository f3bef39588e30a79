import path from 'node:path'
import { URI } from 'vscode-uri'

/** The URI of a file in the same folder. */
export function siblingUri(uri: string, name: string): string {
  const parsed = URI.parse(uri)
  return parsed.with({ path: path.posix.join(path.posix.dirname(parsed.path), name) }).toString()
}
