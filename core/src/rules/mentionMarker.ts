import { fromFindings } from './fromFindings'
import type { Rule } from './rule'

/** A marker's spelling in the words of a title. */
export const mentionMarker: Rule = {
  scope: 'document',
  code: 'mention-marker',
  severity: 'info',
  summary: 'A title mentions `[P]` in its words: that is no marker.',
  reason:
    'Markers stand right after the id. If the task is meant to be parallel, move the marker there; if the title only talks about it, put it in backticks.',
  fixes: [],
  check: (context) =>
    fromFindings(context, 'mention-marker', ({ text, task }) => ({
      message: `${text} stands in the words of the title and is not taken for a marker; a marker stands right after the id.`,
      data: { text, task },
    })),
}
