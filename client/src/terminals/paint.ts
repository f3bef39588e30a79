/** Colours of a terminal, each the ANSI code that begins it. */
const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, grey: 90 } as const

/** A colour or a style. */
export type Paint = keyof typeof codes

/** Colours a text for a terminal. */
export function paint(colour: Paint, text: string): string {
  return `\u001B[${codes[colour]}m${text}\u001B[0m`
}

/** Ends every line as terminals want it; lines that already end so stay. */
export function terminalLines(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n')
}
