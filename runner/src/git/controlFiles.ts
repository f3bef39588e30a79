/** True for files of the runner itself, in any spec of the repository: never committed, never anybody's change. */
export function isControlFile(path: string): boolean {
  return /(^|\/)(\.ralph-state\.json|\.progress-task-\d+\.md|\.parallel-tasks\/.*|[^/]*\.parallel-tasks-draft)$/.test(
    path,
  )
}
