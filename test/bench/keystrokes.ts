import type { TextEdit } from '#core/text/position'
import { rangeInLine } from '#core/text/lines'

/** Something a person does, and what undoes it. */
export interface Keystroke {
  readonly edit: TextEdit
  readonly undo: TextEdit
}

/** What a person does to the task on a line, in a sample; `task` is the text of the line, `field` that of the next one. */
export const keystrokes: Readonly<Record<string, (line: number, task: string, field: string) => Keystroke>> = {
  'a letter in a title': (line, task) => insertion(line, task.length, 'x'),
  'a letter in a field': (line, _, field) => insertion(line + 1, field.length, 'x'),
  'a box ticked': (line) => ({
    edit: { range: rangeInLine(line, 3, 4), newText: 'x' },
    undo: { range: rangeInLine(line, 3, 4), newText: ' ' },
  }),
  '[P] taken away, or put there': (line, task) => {
    const at = task.indexOf('[P]')
    if (at < 0) return insertion(line, task.indexOf('[VERIFY]'), '[P] ')
    return {
      edit: { range: rangeInLine(line, at, at + 4), newText: '' },
      undo: { range: rangeInLine(line, at, at), newText: '[P] ' },
    }
  },
  'Enter within a task': (line) => ({
    edit: { range: rangeInLine(line + 1, 4, 4), newText: '\n    ' },
    undo: { range: { start: { line: line + 1, character: 4 }, end: { line: line + 2, character: 4 } }, newText: '' },
  }),
  'a line deleted': (line, _, field) => ({
    edit: { range: lines(line + 1, 1), newText: '' },
    undo: { range: rangeInLine(line + 1, 0, 0), newText: `${field}\n` },
  }),
  'a task added': (line, task) => addition(line, [taskBefore(task, '')]),
}

/** Larger than any keystroke: 50 tasks put in at once, and taken out again. */
export const paste = (line: number, task: string): Keystroke =>
  addition(
    line,
    Array.from({ length: 50 }, (_, at) => taskBefore(task, String.fromCharCode(97 + (at % 8)))),
  )

function insertion(line: number, character: number, text: string): Keystroke {
  return {
    edit: { range: rangeInLine(line, character, character), newText: text },
    undo: { range: rangeInLine(line, character, character + text.length), newText: '' },
  }
}

function addition(line: number, tasks: readonly string[]): Keystroke {
  const newText = tasks.join('')
  return {
    edit: { range: rangeInLine(line, 0, 0), newText },
    undo: { range: lines(line, newText.split('\n').length - 1), newText: '' },
  }
}

/** A task to stand before another one, with a number between its neighbours'. */
function taskBefore(task: string, letter: string): string {
  const [, phase = '1', number = '1'] = /(\d+)\.(\d+)/.exec(task) ?? []
  return `- [ ] ${phase}.${Number(number) - 1}.1${letter} [P] One more task\n  - **Do**: It in src/more.ts\n  - **Done when**: it is there\n  - **Verify**: \`true\`\n`
}

function lines(line: number, count: number): TextEdit['range'] {
  return { start: { line, character: 0 }, end: { line: line + count, character: 0 } }
}
