import { formats, type OutputFormat } from './formats'
import type { Limit, Reading } from './reading'

/** The line that says that a task is done. */
export const marker = 'TASK_COMPLETE'

/** What has been heard of an executor so far. */
export interface Heard {
  readonly markerSeen: boolean
  readonly terminal: Reading['terminal']
  readonly limit: Limit | null
  /** What it said last, since it last used a tool; at most 8,000 characters. */
  readonly finalWords: string
  readonly edited: readonly string[]
}

/** Listens to an executor line by line, in bounded memory. */
export interface Listener {
  hear(line: string): void
  heard(): Heard
}

const maxWords = 8000
const maxEdited = 2000
const ansi = new RegExp(String.raw`\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[@-Z\\-_])`, 'g')

/**
 * Listens for the marker on a line of its own, final words and the terminal event.
 * In plain text a line that stands in the prompt is taken for an echo and is nobody's words.
 */
export function createListener(format: OutputFormat, prompt: string): Listener {
  const { read } = formats[format]
  const echoes = format === 'text' ? new Set(prompt.split('\n').map((line) => line.trim())) : new Set<string>()
  const edited = new Set<string>()
  let openLine = ''
  let openPart: string | null = null
  let finalWords = ''
  let apart = false
  let markerSeen = false
  let terminal: Reading['terminal'] = null
  let limit: Limit | null = null

  const takeLine = (line: string): void => {
    const plain = line.replaceAll(ansi, '')
    const trimmed = plain.trim()
    if (trimmed === marker) markerSeen = true
    else if (trimmed === '' || echoes.has(trimmed)) return
    if (apart) finalWords = ''
    apart = false
    finalWords = `${finalWords}${plain}\n`.slice(-maxWords)
  }
  const closeLine = (): void => {
    if (openLine !== '') takeLine(openLine)
    openLine = ''
    openPart = null
  }
  const takeWords = (text: string, part: string | null): void => {
    if (part === null || part !== openPart) closeLine()
    const lines = (openLine + text).split('\n')
    openLine = lines.pop() ?? ''
    openPart = part
    for (const line of lines) takeLine(line)
    if (part === null) closeLine()
  }

  return {
    hear(line) {
      const reading = read(line)
      if (reading.words !== null) takeWords(reading.words.text, reading.words.part)
      if (reading.breaks) {
        closeLine()
        apart = true
      }
      for (const path of reading.edited) if (edited.size < maxEdited) edited.add(path)
      terminal = reading.terminal ?? terminal
      limit = reading.limit ?? limit
    },
    heard() {
      const pending = openLine.trim()
      return {
        markerSeen: markerSeen || pending === marker,
        terminal,
        limit,
        finalWords: `${finalWords}${openLine}`,
        edited: [...edited],
      }
    },
  }
}
