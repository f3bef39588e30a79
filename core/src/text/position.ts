/** A place in a text: 0-based line and 0-based UTF-16 column, the LSP's own shape. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** A half-open stretch of text, `start` included, `end` excluded. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** One replacement in a text; several of one change never overlap and all refer to the text before the change. */
export interface TextEdit {
  readonly range: Range
  readonly newText: string
}
