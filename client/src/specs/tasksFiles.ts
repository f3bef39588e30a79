/** True for the path of a document that is a spec's tasks document by its name. */
export function isTasksFile(path: string): boolean {
  return /(^|[\\/])[Tt]asks\.md$/.test(path)
}

/** Glob patterns of tasks documents, as `parallelTasks.files.include` has them by default. */
export const tasksGlobs = ['**/tasks.md', '**/Tasks.md'] as const
