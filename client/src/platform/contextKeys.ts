import { commands } from 'vscode'

/** The context keys that `when` clauses of the manifest use, each with what it says. */
export interface ContextKeys {
  /** At least one spec is known. */
  'parallelTasks.hasSpecs': boolean
  /** The specs have been asked for at least once. */
  'parallelTasks.loaded': boolean
  /** At least one run is live. */
  'parallelTasks.running': boolean
  /** At least one spec has been run. */
  'parallelTasks.hasRun': boolean
  /** The newest run of some spec has failed tasks to retry. */
  'parallelTasks.hasFailed': boolean
  /** The newest run of some spec was interrupted and can be resumed. */
  'parallelTasks.hasInterrupted': boolean
}

/** Sets context keys, telling VS Code only what changed. */
export function createContextKeys(): (keys: Partial<ContextKeys>) => void {
  const known = new Map<string, boolean>()
  return (keys) => {
    for (const [key, value] of Object.entries(keys)) {
      if (known.get(key) === value) continue
      known.set(key, value)
      void commands.executeCommand('setContext', key, value)
    }
  }
}
