/**
 * The commands that lenses, hovers and views carry, with their arguments (plain JSON).
 * `uri` is that of the tasks document; indices are 0-based task indices.
 */
export interface CommandArguments {
  /** Runs the open tasks of the group that begins at `startIndex` side by side. */
  'parallelTasks.runGroup': [uri: string, startIndex: number]
  /** The same, one after the other. */
  'parallelTasks.runGroupInSequence': [uri: string, startIndex: number]
  'parallelTasks.runTask': [uri: string, index: number]
  /** Runs the open tasks below the heading on this 0-based line, groups and single tasks in order. */
  'parallelTasks.runPhase': [uri: string, headingLine: number]
  'parallelTasks.runAll': [uri: string]
  /** Stops the live run of a spec. */
  'parallelTasks.stop': [uri: string]
  'parallelTasks.stopTask': [uri: string, index: number]
  'parallelTasks.retryFailed': [uri: string]
  'parallelTasks.resume': [uri: string]
  /** Shows the terminals of the newest run. */
  'parallelTasks.showTerminals': [uri: string]
  /** Opens the timeline of the newest run. */
  'parallelTasks.showTimeline': [uri: string]
  /** Opens the newest log of a task; of the first failed one when the index is null. */
  'parallelTasks.openLog': [uri: string, index: number | null]
  /** Shows what a task changed: its commit, else what is there of it. */
  'parallelTasks.showTaskDiff': [uri: string, index: number]
  'parallelTasks.goToTask': [uri: string, index: number]
  /** Says why a group cannot run. */
  'parallelTasks.explainBlocked': [uri: string, startIndex: number]
}

/** The id of a command that lenses and hovers carry. */
export type CommandId = keyof CommandArguments

/** A command as lenses and hovers carry it. */
export interface CommandCall<Id extends CommandId = CommandId> {
  readonly command: Id
  readonly arguments: CommandArguments[Id]
}

/** A call with its arguments checked against the table. */
export function call<Id extends CommandId>(command: Id, ...args: CommandArguments[Id]): CommandCall<Id> {
  return { command, arguments: args }
}
