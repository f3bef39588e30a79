/** One row of a view as plain data; `treeItem.ts` makes VS Code's item of it. */
export interface Row {
  readonly label: string
  readonly description: string
  readonly icon: Icon
  /** Words that `when` clauses of the menus look for (`viewItem =~ /\brunning\b/`). */
  readonly context: readonly string[]
  /** What a screen reader says instead of the label. */
  readonly accessible: string
  /** Markdown; shown on hover. */
  readonly tooltip: string
  readonly fold: 'none' | 'collapsed' | 'expanded'
  /** What choosing the row does; it only unfolds without. */
  readonly command?: RowCommand
}

/** A command with its arguments, plain JSON. */
export interface RowCommand {
  readonly id: string
  readonly title: string
  readonly arguments: readonly unknown[]
}

/** A codicon, with a theme colour when it says something. */
export interface Icon {
  readonly id: string
  readonly color?: string
}
