import type { TasksDocument } from '../document/tasksDocument'
import { extentOf, sectionEnds } from './sections'

/** Lines that fold away below the first; 0-based, both included. */
export interface Fold {
  readonly startLine: number
  readonly endLine: number
}

/** Each heading's section, each task's details, and the frontmatter. Single lines do not fold. */
export function folds(document: TasksDocument): readonly Fold[] {
  const { lines } = extentOf(document.text.trimEnd())
  const ends = sectionEnds(document, lines)
  const sections = document.headings.map(({ line }, index) => ({
    startLine: line,
    endLine: (ends[index] ?? lines) - 1,
  }))
  const tasks = document.tasks.map((task) => ({ startLine: task.line, endLine: task.range.end.line }))
  const frontmatter = { startLine: 0, endLine: document.frontmatterEnd }
  return [frontmatter, ...sections, ...tasks]
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
}
