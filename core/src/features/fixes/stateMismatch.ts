import { indexLines, positionAt } from '../../text/lines'
import { valueAt } from '../../text/jsonMember'
import type { FixMaker } from './fix'

/** The number in the state file becomes what tasks.md says. */
export const fixStateMismatch: FixMaker = ({ stateText }, { data }) => {
  const field = data?.['field']
  const expected = data?.['expected']
  if (stateText === undefined || typeof field !== 'string' || typeof expected !== 'number') return []
  const place = valueAt(stateText, [field])
  if (place === undefined) return []
  const lines = indexLines(stateText)
  const range = { start: positionAt(lines, place.start), end: positionAt(lines, place.end) }
  return [
    {
      title: `Set ${field} to ${expected} in .ralph-state.json`,
      edits: [{ range, newText: String(expected) }],
      file: '.ralph-state.json',
      preferred: true,
    },
  ]
}
