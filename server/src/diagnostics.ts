import type { Connection, Diagnostic } from 'vscode-languageserver/node'
import { toDiagnostic } from './diagnostic'
import type { RuleLink } from './rulePage'
import type { Specs } from './specs'
import { stateDiagnostics, stateUriOf } from './stateDiagnostics'

interface Published {
  readonly version: number | null
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Pushes the diagnostics of a spec, open or closed, and those of its state file, each when they changed; for a spec
 * that is gone, empty lists. While a run goes on, the state file is ahead of the boxes: that is no mismatch.
 */
export function createDiagnosticsPush(
  connection: Connection,
  specs: Specs,
  isLive: (uri: string) => boolean,
  linkOf: RuleLink,
): (uri: string) => void {
  const published = new Map<string, Published>()

  const push = (uri: string, version: number | null, diagnostics: readonly Diagnostic[]): void => {
    const last = published.get(uri)
    const isNews = version !== null || diagnostics.length > 0 || last !== undefined
    if (!isNews || (last !== undefined && isSame(last, { version, diagnostics }))) return
    if (version === null && diagnostics.length === 0) published.delete(uri)
    else published.set(uri, { version, diagnostics })
    connection
      .sendDiagnostics({ uri, diagnostics: [...diagnostics], ...(version === null ? {} : { version }) })
      .catch(() => undefined)
  }

  return (uri) => {
    const spec = specs.get(uri)
    const live = isLive(uri)
    const problems = spec?.analysis.problems.filter(({ code }) => !live || code !== 'state-mismatch') ?? []
    push(
      uri,
      spec?.version ?? null,
      problems.map((problem) => toDiagnostic(uri, problem, linkOf)),
    )
    push(stateUriOf(uri), null, spec === undefined || live ? [] : stateDiagnostics(spec, linkOf))
  }
}

/** After a keystroke the version is another one, and nothing is compared. */
function isSame(a: Published, b: Published): boolean {
  return a.version === b.version && JSON.stringify(a.diagnostics) === JSON.stringify(b.diagnostics)
}
