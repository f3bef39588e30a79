import { methods, type RunSummary } from '#core/wire/messages'
import type { Connection } from 'vscode-languageserver/node'
import { onClientNotification } from './wire'

/** The newest run of each spec, as the client tells it; the server keeps no run state of its own. */
export function followRuns(connection: Connection, changed: (uri: string) => void): (uri: string) => RunSummary | null {
  const runs = new Map<string, RunSummary>()
  onClientNotification(connection, methods.runChanged, ({ uri, run }) => {
    if (run === null) runs.delete(uri)
    else runs.set(uri, run)
    changed(uri)
  })
  return (uri) => runs.get(uri) ?? null
}
