import type { Finding } from '../document/tasksDocument'
import type { Report, RuleContext } from './rule'

/** Turns the reader's findings of one kind into reports. */
export function fromFindings(
  context: RuleContext,
  kind: Finding['kind'],
  report: (finding: Finding) => Omit<Report, 'range'>,
): readonly Report[] {
  return context.document.findings
    .filter((finding) => finding.kind === kind)
    .map((finding) => ({ ...report(finding), range: finding.range }))
}
