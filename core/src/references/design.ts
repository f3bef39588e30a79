/** The headings of a design.md, outside fences, without their marks and numbers of depth; each once, in order. */
export function designHeadings(text: string): readonly string[] {
  const found = new Set<string>()
  let fence: string | undefined
  for (const line of text.split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence
    else if (fence === undefined) {
      const heading = /^ {0,3}#{2,6}\s+(.*?)\s*#*\s*$/.exec(line)?.[1]
      if (heading !== undefined && heading !== '') found.add(heading)
    }
  }
  return [...found]
}
