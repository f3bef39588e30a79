/**
 * A text from a file or a program as one harmless line: escape sequences and control characters go, tabs and line
 * ends become spaces. Nothing that a task's title or output says can move the cursor or set a colour.
 */
export function safeLine(text: string): string {
  const controls = /[\p{Cc}\u2028\u2029]+/gu
  const directions = /[\u202A-\u202E\u2066-\u2069]/g
  return text.replace(escapes, '').replace(controls, ' ').replace(directions, '').trim()
}

/** Cuts a line to a number of characters, with an ellipsis where something was cut off. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text)
  if (characters.length <= length) return text
  return length <= 0 ? '' : `${characters.slice(0, length - 1).join('')}…`
}

const escape = String.fromCharCode(27)
const bell = String.fromCharCode(7)

/** Control sequences, strings such as a window's title up to their end, and escapes of two characters. */
const escapes = new RegExp(
  [
    `${escape}\\[[0-?]*[ -/]*[@-~]`,
    `${escape}\\][^${bell}${escape}]*(?:${bell}|${escape}\\\\)?`,
    `${escape}[@-Z\\\\-_]`,
  ].join('|'),
  'g',
)
