import { fromFindings } from './fromFindings'
import type { Rule } from './rule'

/** Something that means to be `[P]` and is not written so. */
export const malformedMarker: Rule = {
  scope: 'document',
  code: 'malformed-marker',
  severity: 'warning',
  summary: 'A marker is misspelt: `[p]`, `[ P ]`, `(P)` where `[P]` is the marker.',
  reason: 'It is not taken for a marker: the task runs alone. Write `[P]` exactly.',
  fixes: ['write the marker as it should be'],
  check: (context) =>
    fromFindings(context, 'malformed-marker', ({ text, task }) => ({
      message: `\`${text}\` is not taken for a marker; write \`${properMarker(text)}\`.`,
      data: { text, task, replacement: properMarker(text) },
    })),
}

/** The marker that a misspelt one means: `[p]` -> `[P]`, `[ verify ]` -> `[VERIFY]`. */
export function properMarker(text: string): string {
  return `[${text.replaceAll(/[^\p{L}:/_-]/gu, '').toUpperCase()}]`
}
