import type { Problem, Severity } from '#core/rules/problem'
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** A problem of a file in the protocol's shape. */
export function toDiagnostic(uri: string, { range, severity, code, message, data, related }: Problem): Diagnostic {
  return {
    range,
    severity: severities[severity],
    code,
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
