/** What a tool answers: a text for the model, and the same as data. */
export interface ToolAnswer {
  readonly text: string
  readonly data: Readonly<Record<string, unknown>>
}
