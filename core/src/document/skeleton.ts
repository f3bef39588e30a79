import { lineCount, lineText, type LineIndex } from '../text/lines'

const FIRST_LETTER = /[A-Za-z\u00c0-\u1fff\u3040-\ud7ff]/
const MARKERS = String.raw`^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*`
const FENCE = new RegExp(`${MARKERS}(?:\`{3}|~{3})`)
const HTML = new RegExp(`${MARKERS}<`)
/** A box, ticked or not: what stands behind it is words, the id included. */
const BOX = /^([\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)+\[)[ xX~-](\]\s)/

/**
 * The same lines, cut to what block structure hangs on, so that the block parser reads a fraction of the text.
 * A line with a letter can be neither underline, rule nor end of a fence, so everything behind that letter is
 * mere words and goes; so do the state of a box and what stands behind it, so that tasks with the same fields have the same skeleton.
 * Fences stay whole, and in a chunk that may hold HTML all lines with `<` or `>`.
 * Lines stay where they are; columns inside a line do not.
 */
export function skeletonOf(lines: LineIndex): readonly string[] {
  const texts: string[] = []
  for (let line = 0; line < lineCount(lines); line++) texts.push(lineText(lines, lines.firstLine + line))
  const html = texts.some((text) => HTML.test(text))
  const fences = texts.some((text) => FENCE.test(text))
  const cut = texts.map((text) => (html && /[<>]/.test(text) ? text : FENCE.test(text) ? text : cutLine(text)))
  return html || fences ? cut : withoutMiddles(cut)
}

function cutLine(text: string): string {
  const [, before, behind] = BOX.exec(text) ?? []
  if (before !== undefined && behind !== undefined) return `${before} ${behind}x`
  const letter = text.search(FIRST_LETTER)
  return letter < 0 ? text : `${text.slice(0, letter)}x`
}

/**
 * Empties the lines between the first and the last of neighbouring bullets: siblings open and close nothing that
 * the last of them does not. Boxes stay, for where they end is asked for.
 */
function withoutMiddles(texts: readonly string[]): readonly string[] {
  const kept = [...texts]
  for (let start = 0; start < texts.length;) {
    const end = endOfSiblings(texts, start)
    for (let middle = start + 1; middle < end - 1; middle++) kept[middle] = ''
    start = end
  }
  return kept
}

function endOfSiblings(texts: readonly string[], start: number): number {
  const bullet = siblingBullet(texts[start] ?? '', texts[start - 1])
  let end = start + 1
  if (bullet === undefined) return end
  while (isSibling(texts[end] ?? '', bullet)) end++
  return end
}

/** The start of a line that certainly is a nested list item and no box: its white space, bullet and space. */
function siblingBullet(text: string, above: string | undefined): string | undefined {
  const [bullet, indent] = /^( {2,9})[-*+] +/.exec(text) ?? []
  if (bullet === undefined || indent === undefined || !isSibling(text, bullet)) return undefined
  if (indent.length <= 3) return bullet
  const parent = /^ {0,3}[-*+] {1,4}(?=\S)/.exec(above ?? '')?.[0].length ?? Number.POSITIVE_INFINITY
  return parent <= indent.length && indent.length - parent <= 3 ? bullet : undefined
}

function isSibling(text: string, bullet: string): boolean {
  if (!text.startsWith(bullet)) return false
  return FIRST_LETTER.test(text) && !/^(?:\s|\[|[-*+]\s|\d{1,9}[.)]\s)/.test(text.slice(bullet.length))
}
