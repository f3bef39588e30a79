/** Puts a prefix before every line of a text that comes in pieces. Lines end as terminals want them. */
export interface LinePrefix {
  push(text: string): string
  /** A last line without an end. */
  end(): string
}

/** Makes a writer of prefixed lines. Empty lines are left out: several outputs share one terminal. */
export function createLinePrefix(prefix: string): LinePrefix {
  let rest = ''
  const line = (text: string): string => (text.trim() === '' ? '' : `${prefix}${text.replace(/\r$/, '')}\r\n`)
  return {
    push(text) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      return lines.map(line).join('')
    },
    end() {
      const last = rest
      rest = ''
      return line(last)
    },
  }
}
