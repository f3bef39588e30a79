import { firstLineRange } from './places'
import type { Report, Rule } from './rule'

/** A `.ralph-state.json` that cannot be read as one. */
export const invalidStateFile: Rule = {
  scope: 'document',
  code: 'invalid-state-file',
  severity: 'error',
  summary: 'The `.ralph-state.json` beside tasks.md is broken.',
  reason:
    'A run refuses to start on a state file that it cannot read, since writing it would lose what it holds. ' +
    'Repair the file, or move it away to start afresh.',
  fixes: [],
  *check({ document, state }): Iterable<Report> {
    if (state?.kind !== 'invalid') return
    yield {
      message: `.ralph-state.json ${state.reason}. Repair it, or move it away; nothing can run until then.`,
      range: firstLineRange(document),
      data: { reason: state.reason },
    }
  },
}
