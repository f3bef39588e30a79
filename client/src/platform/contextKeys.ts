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
  /** The newest run of some spec has ended well. */
  'parallelTasks.hasSucceeded': boolean
  /** The newest run of some spec has failed tasks to retry. */
  'parallelTasks.hasFailed': boolean
  /** The newest run of some spec was interrupted and can be resumed. */
  'parallelTasks.hasInterrupted': boolean
  /** Some spec has open tasks and is not being run. */
  'parallelTasks.canRun': boolean
  /** The commits of some spec's newest run can be shown. */
  'parallelTasks.hasCommits': boolean
  /** The specs could not be read. */
  'parallelTasks.unreadable': boolean
  /** Which tasks the Tasks view shows: `all`, `open`, `failed`, `running`. */
  'parallelTasks.filter': string
  /** The Tasks view goes along with the task that began last. */
  'parallelTasks.following': boolean
  /** Paths of the tasks documents, for the buttons above an editor. */
  'parallelTasks.specFiles': readonly string[]
}

/** Sets context keys, telling VS Code only what changed. */
export function createContextKeys(): (keys: Partial<ContextKeys>) => void {
  const known = new Map<string, string>()
  return (keys) => {
    for (const [key, value] of Object.entries(keys)) {
      if (known.get(key) === JSON.stringify(value)) continue
      known.set(key, JSON.stringify(value))
      void commands.executeCommand('setContext', key, value)
    }
  }
}
