/** A path in a line of output, with the place in the file that it names. */
export interface PathInLine {
  /** Where the text of the link begins, and how long it is, in UTF-16 units. */
  readonly start: number
  readonly length: number
  readonly path: string
  /** 1-based, as tools write them; 1 when the line names none. */
  readonly line: number
  readonly column: number
}

/** `src/a.ts`, `a.ts:3`, `a.ts:3:5`, `a.ts(3,5)`: at least one slash, or a name with an ending. */
const path = String.raw`(?:[\w@+~.-]+[\\/])+[\w@+~.-]*\w|[\w@+-][\w@+.-]*\.[A-Za-z]\w{0,9}`
const place = String.raw`(?::(?<line>\d+)(?::(?<column>\d+))?|\((?<line2>\d+)(?:,\s?(?<column2>\d+))?\))?`
const reference = new RegExp(String.raw`(?<![\w\\/.:-])(?<path>${path})${place}`, 'g')

/** The longest line that is searched: what is longer is data, not talk. */
const longest = 2000

/** Everything in a line that could be a path relative to some folder. Whether it is there is for the caller to see. */
export function pathsIn(text: string): readonly PathInLine[] {
  if (text.length > longest) return []
  return [...text.matchAll(reference)].flatMap(({ index, groups, 0: whole }) => {
    if (groups?.['path'] === undefined) return []
    const number = (...names: readonly string[]): number =>
      Number(names.map((name) => groups[name]).find((value) => value !== undefined) ?? 1)
    return {
      start: index,
      length: whole.length,
      path: groups['path'],
      line: number('line', 'line2'),
      column: number('column', 'column2'),
    }
  })
}
