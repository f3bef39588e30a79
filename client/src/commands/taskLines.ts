/** Lines that decide which task has which index: boxes and headings. */
const structure = /^\s*(?:(?:[-*+]|\d+[.)])\s+\[[^\]]\]|#{1,6}\s|```|~~~)/

/**
 * True when two versions of a tasks document have the same tasks at the same indices,
 * as far as can be seen from their boxes, headings and fences; other text may differ.
 */
export function sameTaskLines(one: string, other: string): boolean {
  return structureOf(one) === structureOf(other)
}

function structureOf(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => structure.test(line))
    .map((line) => line.trimEnd())
    .join('\n')
}
