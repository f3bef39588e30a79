import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { FenceBlock } from './blocks'
import { fenceText } from './codeBlocks'
import type { Located, Waves } from './tasksDocument'

/** Reads the first fence that holds `{"waves":[{"tasks":["1.1"]}]}`; null when there is none, or it is no such JSON. */
export function readWaves(lines: LineIndex, fences: readonly FenceBlock[]): Waves | null {
  for (const fence of fences) {
    const { text, range } = fenceText(lines, fence)
    const ids = text.includes('"waves"') ? idsOf(text) : undefined
    if (ids === undefined) continue
    const cursor = { line: fence.start + 1, character: 0 }
    return { waves: ids.map((wave) => wave.map((id) => locate(lines, id, cursor, fence.end))), range }
  }
  return null
}

function idsOf(text: string): readonly (readonly string[])[] | undefined {
  try {
    const data: unknown = JSON.parse(text)
    const waves = isRecord(data) ? data['waves'] : undefined
    if (!Array.isArray(waves)) return undefined
    return waves.map((wave: unknown) => {
      const tasks = isRecord(wave) ? wave['tasks'] : wave
      return Array.isArray(tasks) ? tasks.filter((id): id is string => typeof id === 'string') : []
    })
  } catch {
    return undefined
  }
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

/** The next place behind the cursor at which the id stands in quotes; the cursor moves on. */
function locate(lines: LineIndex, id: string, cursor: { line: number; character: number }, lastLine: number): Located {
  const quoted = JSON.stringify(id)
  for (let line = cursor.line; line <= lastLine; line++) {
    const at = lineText(lines, line).indexOf(quoted, line === cursor.line ? cursor.character : 0)
    if (at < 0) continue
    cursor.line = line
    cursor.character = at + quoted.length
    return { text: id, range: rangeInLine(line, at + 1, at + quoted.length - 1) }
  }
  return { text: id, range: rangeInLine(cursor.line, cursor.character, cursor.character) }
}
