import { indexLines, lineText, textIn, type LineIndex } from '#core/text/lines'
import type { Range } from '#core/text/position'
import type { TasksDocument } from '#core/document/tasksDocument'

/** What is wrong with the ranges of a document; empty when each lies in the text and covers what it says. */
export function wrongRanges(document: TasksDocument): readonly string[] {
  const lines = indexLines(document.text)
  const wrong: string[] = []
  visit(document, (range, path) => {
    if (!isInside(lines, range)) wrong.push(`${path} ${JSON.stringify(range)} is outside`)
  })
  const expectText = (range: Range, text: string, what: string): void => {
    const found = textIn(lines, range)
    if (found !== text) wrong.push(`${what} covers ${JSON.stringify(found)}, not ${JSON.stringify(text)}`)
  }
  for (const task of document.tasks) {
    if (textIn(lines, task.checkbox).length !== 1) wrong.push(`box of task ${task.index} is not one character`)
    if (task.range.start.line !== task.line || task.checkbox.start.line !== task.line)
      wrong.push(`task ${task.index} is not on its line`)
    if (task.idRange !== null && task.id !== null) expectText(task.idRange, task.id, `id of task ${task.index}`)
    for (const marker of task.markers) {
      expectText(
        marker.range,
        textIn(lines, marker.range).startsWith('(') ? `(${marker.text})` : `[${marker.text}]`,
        'marker',
      )
    }
    for (const file of task.fields.files) expectText(file.range, file.path, 'path')
    for (const each of [...task.fields.requirements, ...task.fields.design])
      expectText(each.range, each.text, 'reference')
    for (const command of task.fields.verify?.commands ?? []) {
      if (command.range.start.line === command.range.end.line) expectText(command.range, command.text, 'command')
    }
  }
  return wrong
}

function isInside(lines: LineIndex, { start, end }: Range): boolean {
  const ordered = start.line < end.line || (start.line === end.line && start.character <= end.character)
  const within = [start, end].every(
    ({ line, character }) =>
      line >= 0 && line < lines.starts.length && character >= 0 && character <= lineText(lines, line).length,
  )
  return ordered && within
}

function visit(value: unknown, found: (range: Range, path: string) => void, path = ''): void {
  if (typeof value !== 'object' || value === null) return
  if (isRange(value)) found(value, path)
  else for (const [key, inner] of Object.entries(value)) visit(inner, found, `${path}.${key}`)
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && Object.keys(value).length === 2
}
