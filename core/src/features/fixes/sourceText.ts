import type { Task } from '../../document/tasksDocument'
import { indexLines, lineText, rangeInLine, textIn } from '../../text/lines'
import type { Position, Range, TextEdit } from '../../text/position'

/** A text with the small edits that fixes are made of. */
export interface SourceText {
  readonly textOf: (range: Range) => string
  readonly line: (line: number) => string
  /** The line ending that the text uses, by its first one. */
  readonly eol: string
  /** Behind a task's id and what belongs to it (`7.`, `7.9*`, `**7**`); the start of the title where there is no id. */
  readonly behindId: (task: Task) => Position
  /** Takes a token of a line away together with the space behind it, or before it at the end of the line or of its emphasis. */
  readonly without: (range: Range) => TextEdit
}

/** Prepares a text for fixes. */
export function sourceText(text: string): SourceText {
  const lines = indexLines(text)
  const line = (number: number): string => lineText(lines, number)
  return {
    textOf: (range) => textIn(lines, range),
    line,
    eol: /\r\n|\r|\n/.exec(text)?.[0] ?? '\n',
    behindId: ({ idRange, titleRange }) => {
      if (idRange === null) return titleRange.start
      const { line: number, character } = idRange.end
      const closing = /^(?:[.)](?=[\s*_~]|$)|\\?\*|__|~~)+/.exec(line(number).slice(character))?.[0].length ?? 0
      return { line: number, character: character + closing }
    },
    without: ({ start, end }) => {
      const content = line(start.line)
      const rest = content.slice(end.character)
      const behind = /^[ \t]+/.exec(rest)?.[0].length ?? 0
      const before = /[ \t]*$/.exec(content.slice(0, start.character))?.[0].length ?? 0
      const atEnd = behind >= rest.length || /^(?:\*{1,3}|_{1,2}|~~)[ \t]*$/.test(rest)
      const from = atEnd ? start.character - before : start.character
      return { range: rangeInLine(start.line, from, end.character + behind), newText: '' }
    },
  }
}

/** An insertion. */
export function insert(at: Position, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText }
}
