import { rangeInLine } from '../text/lines'
import type { Range } from '../text/position'

/** A heading of a design.md. */
export interface DesignHeading {
  /** Without its marks. */
  readonly text: string
  /** What an entry may call it, in small letters and without marks: `3. queue` and `queue`. */
  readonly names: readonly string[]
  /** The text's own characters. */
  readonly range: Range
}

/** The headings of a design.md below its title, outside fences; each text once, in order. */
export function designHeadings(text: string): readonly DesignHeading[] {
  const found = new Map<string, DesignHeading>()
  let fence: string | undefined
  for (const [line, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1]
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence
    else if (fence === undefined) {
      const [, lead = '', heading = ''] = /^( {0,3}#{2,6}\s+)(.*?)\s*#*\s*$/.exec(raw) ?? []
      const range = rangeInLine(line, lead.length, lead.length + heading.length)
      if (heading !== '' && !found.has(heading)) found.set(heading, { text: heading, names: namesOf(heading), range })
    }
  }
  return [...found.values()]
}

/**
 * The heading that an entry of a Design field means, by its whole text or by how it begins: `Component A`, `AD-5` and
 * `§3.6 (why)` mean `### Component A`, `### AD-5: Queue` and `### 3.6 Retries`. Undefined when there is none.
 */
export function findDesign(headings: readonly DesignHeading[], entry: string): DesignHeading | undefined {
  const wanted = bare(entry.replace(/\s*\(.*$/, ''))
  if (wanted === '') return undefined
  const named = (matches: (name: string) => boolean): DesignHeading | undefined =>
    headings.find(({ names }) => names.some(matches))
  return (
    named((name) => name === wanted) ??
    named((name) => name.startsWith(wanted) && !/^(?:[\p{L}\p{N}-]|\.\d)/u.test(name.slice(wanted.length)))
  )
}

function namesOf(heading: string): readonly string[] {
  const name = bare(heading)
  return [name, name.replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')]
}

function bare(text: string): string {
  return text
    .replaceAll(/[*_`§]/g, '')
    .trim()
    .toLowerCase()
}
