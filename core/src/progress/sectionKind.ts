/**
 * What a section of progress notes is for.
 * `status` tells where the work stands (goal, current task, next) and belongs to `.progress.md` alone.
 */
export type SectionKind = 'completed' | 'learnings' | 'status' | 'other'

const completed = /^(completed tasks?|tasks? completed|completed)( \d+)*$/
const learnings = /^((key )?learnings?|lessons learned)$/
const moreLearnings = /^learnings? (update|notes?|from|for|task|phase|\d)/
const status =
  /^((original |project )?goal|source|(current )?(status|task|phase)|next( steps?| tasks?)?|phase log|progress( log)?|interview.*|intent classification|approval.*)$/

/** What a heading of this text begins. Case, punctuation and emoji do not matter. */
export function sectionKind(title: string): SectionKind {
  const words = wordsOf(title)
  if (completed.test(words)) return 'completed'
  if (learnings.test(words)) return 'learnings'
  return status.test(words) ? 'status' : 'other'
}

/** True for headings that stand for notes wherever they are: `Verification: 1.4 …`, `Learnings Update (2.5)`. */
export function isNoteHeading(title: string): boolean {
  const words = wordsOf(title)
  return words === 'verification' || words.startsWith('verification ') || moreLearnings.test(words)
}

/** True for the words that hold an empty section's place: `_No tasks completed yet_`, `(none)`, `None yet.` */
export function isPlaceholder(text: string): boolean {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^[(_*]+/, '')
    .replace(/[.)_*…]+$/, '')
  return /^(no( \p{L}+){1,4} yet|none( yet)?|nothing( \p{L}+){0,3} yet|to be (added|filled in|determined)|tbd|n\/a)$/u.test(
    words,
  )
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
