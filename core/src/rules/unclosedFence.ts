import { fromFindings } from './fromFindings'
import type { Rule } from './rule'

/** A code fence at the top level that never ends. */
export const unclosedFence: Rule = {
  scope: 'document',
  code: 'unclosed-fence',
  severity: 'error',
  summary: 'A code fence is never closed.',
  reason:
    'Markdown takes everything below it for code. The tasks below are read here all the same, but other tools see none of them. ' +
    'Close the fence with a line of the same characters.',
  fixes: [],
  check: (context) =>
    fromFindings(context, 'unclosed-fence', ({ text }) => ({
      message: 'This code fence is never closed; close it, or Markdown takes the rest of the file for code.',
      data: { text },
    })),
}
