/** `.progress.md` around an attempt that did not succeed. */
export interface NotesOfAttempt {
  /** As it was when the attempt began. */
  readonly before: string
  /** As the attempt left it. */
  readonly after: string
}

/**
 * Takes out of `.progress.md` what a task noted twice: once in an attempt that did not succeed, and again, word for
 * word, in the one that did. A last line that an attempt could not finish goes when the next one began behind it.
 * Nothing else is touched: notes that stand there once stay. Doing it again changes nothing.
 */
export function dropRepeatedNotes(now: string, attempts: readonly NotesOfAttempt[]): string {
  // From the last attempt back: what an earlier one left stands in the copies of the later ones.
  return attempts.reduceRight(
    (text, attempt) => dropWhole(text, attempt) ?? dropRepeated(dropTorn(text, attempt), attempt),
    now,
  )
}

/** The usual case: both attempts only appended, and the second says all that the first said. undefined otherwise. */
function dropWhole(now: string, { before, after }: NotesOfAttempt): string | undefined {
  if (after === before || !after.startsWith(before) || !now.startsWith(after)) return undefined
  const first = after.slice(before.length).split('\n')
  const torn = first.pop() ?? ''
  const second = now.slice(after.length).split('\n')
  const said = first.every((line) => line.trim() === '' || second.includes(line))
  return said && second.some((line) => line.startsWith(torn)) ? before + now.slice(after.length) : undefined
}

function dropRepeated(now: string, { before, after }: NotesOfAttempt): string {
  const had = countLines(before)
  const left = countLines(after)
  const surplus = new Map<string, number>()
  for (const [line, count] of countLines(now)) {
    const byAttempt = (left.get(line) ?? 0) - (had.get(line) ?? 0)
    const again = count - (left.get(line) ?? 0)
    if (line !== '' && byAttempt > 0 && again > 0) surplus.set(line, Math.min(byAttempt, again))
  }
  if (surplus.size === 0) return now
  const lines = now.split(/(?<=\n)/)
  const kept = lines.reverse().filter((line) => {
    const key = line.trimEnd()
    const more = surplus.get(key) ?? 0
    if (more === 0) return true
    surplus.set(key, more - 1)
    return false
  })
  return kept.reverse().join('')
}

/** The attempt had only appended, and its last line has no end: what it wrote of that line is cut out. */
function dropTorn(now: string, { before, after }: NotesOfAttempt): string {
  if (after === before || !after.startsWith(before) || after.endsWith('\n') || !now.startsWith(after)) return now
  const from = Math.max(before.length, after.lastIndexOf('\n') + 1)
  return now.length === after.length ? now : now.slice(0, from) + now.slice(after.length)
}

function countLines(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) counts.set(line.trimEnd(), (counts.get(line.trimEnd()) ?? 0) + 1)
  return counts
}
