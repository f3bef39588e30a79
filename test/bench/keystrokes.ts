import type { TextEdit } from '#core/text/position'
import { rangeInLine } from '#core/text/lines'

/** Something a person types, and what takes it back. */
export interface Keystroke {
  readonly edit: TextEdit
  readonly undo: TextEdit
}

/** What a person does to the task on a line, in a sample. */
export const keystrokes: Readonly<Record<string, (line: number, task: string) => Keystroke>> = {
  'a letter in a title': (line, task) => insertion(line, task.length, 'x'),
  'ticking a box': (line) => ({
    edit: { range: rangeInLine(line, 3, 4), newText: 'x' },
    undo: { range: rangeInLine(line, 3, 4), newText: ' ' },
  }),
  'a marker': (line, task) => insertion(line, task.indexOf('] ', 5) + 1, ' [US1]'),
  'taking [P] away': (line, task) => {
    const at = task.indexOf('[P]')
    if (at < 0) return insertion(line, task.indexOf('[VERIFY]'), '[P] ')
    return {
      edit: { range: rangeInLine(line, at, at + 4), newText: '' },
      undo: { range: rangeInLine(line, at, at), newText: '[P] ' },
    }
  },
  'a new line in a task': (line) => ({
    edit: { range: rangeInLine(line + 1, 4, 4), newText: '\n    ' },
    undo: { range: { start: { line: line + 1, character: 4 }, end: { line: line + 2, character: 4 } }, newText: '' },
  }),
  'a new task': (line) => ({
    edit: { range: rangeInLine(line, 0, 0), newText: '- [ ] 99.1 One more task\n' },
    undo: { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' },
  }),
}

function insertion(line: number, character: number, text: string): Keystroke {
  return {
    edit: { range: rangeInLine(line, character, character), newText: text },
    undo: { range: rangeInLine(line, character, character + text.length), newText: '' },
  }
}
