import { languages, workspace } from 'vscode'
import type { TextDocument } from 'vscode'

/** Glob patterns of tasks documents, as the settings have them now. */
export function tasksGlobs(): readonly string[] {
  return workspace.getConfiguration('parallelTasks').get<readonly string[]>('files.include', [])
}

/** True for a document on disk that is a tasks document by its name. */
export function isTasksFile(document: TextDocument): boolean {
  return (
    languages.match(
      tasksGlobs().map((pattern) => ({ scheme: 'file', pattern })),
      document,
    ) > 0
  )
}
