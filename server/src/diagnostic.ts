import type { Problem, Severity } from '#core/rules/problem'
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node'
import type { RuleLink } from './rulePage'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** A problem of a file in the protocol's shape; its code leads to what the page of rules says of it. */
export function toDiagnostic(
  uri: string,
  { range, severity, code, message, data, related }: Problem,
  linkOf: RuleLink,
): Diagnostic {
  const href = linkOf(code)
  return {
    range,
    severity: severities[severity],
    code,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'parallel-tasks',
    message,
    ...(data === undefined ? {} : { data }),
    ...(related === undefined
      ? {}
      : {
          relatedInformation: related.map((other) => ({
            location: { uri, range: other.range },
            message: other.message,
          })),
        }),
  }
}
