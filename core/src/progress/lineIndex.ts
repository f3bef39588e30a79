import type { Entry, EntryLine } from './entries'

/** Knows which entries stand in a text already. Blank lines and spaces at line ends do not matter. */
export interface LineIndex {
  /** True when the lines of the entry stand there, one behind the other. */
  has(entry: Entry): boolean
  /** Takes note of lines that will be there. */
  add(lines: readonly EntryLine[]): void
}

/** An index over these lines; `add` makes it grow. */
export function indexLines(lines: readonly EntryLine[]): LineIndex {
  const keys: string[] = []
  const places = new Map<string, number[]>()
  const add = (more: readonly EntryLine[]): void => {
    for (const key of keysOf(more)) {
      const known = places.get(key)
      if (known === undefined) places.set(key, [keys.length])
      else known.push(keys.length)
      keys.push(key)
    }
  }
  add(lines)
  return {
    add,
    has: (entry) => {
      const wanted = keysOf(entry.lines)
      const starts = places.get(wanted[0] ?? '') ?? []
      return starts.some((start) => wanted.every((key, offset) => keys[start + offset] === key))
    },
  }
}

/** A line in a fence never equals one outside: a quoted note is no note. */
function keysOf(lines: readonly EntryLine[]): readonly string[] {
  return lines.flatMap((line) => {
    const text = line.text.trimEnd()
    return text === '' ? [] : [`${line.code ? 'code' : 'text'} ${text}`]
  })
}
