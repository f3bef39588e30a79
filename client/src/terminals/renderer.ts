import { terminalLines } from './paint'

/** Turns a log into what a terminal shows, piece by piece. */
export interface Renderer {
  push(text: string): string
  /** What is left when the log is complete. */
  end(): string
}

/** Shows a text log as it is. */
export function plainRenderer(): Renderer {
  return { push: terminalLines, end: () => '' }
}

/** Shows a log of one JSON object a line by what `readable` makes of each line; nothing for lines it leaves out. */
export function lineRenderer(readable: (line: string) => readonly string[]): Renderer {
  let rest = ''
  const render = (lines: readonly string[]): string =>
    lines
      .flatMap((line) => readable(line))
      .map((line) => `${terminalLines(line)}\r\n`)
      .join('')
  return {
    push(text) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      return render(lines)
    },
    end() {
      const last = rest
      rest = ''
      return last === '' ? '' : render([last])
    },
  }
}
