/** The settings that the runner reads, below `parallelTasks.`; handed to it in a `--config` file of the same shape. */
export const runnerSettings = [
  'executor',
  'executors',
  'maxConcurrent',
  'taskTimeout',
  'idleTimeout',
  'verify',
  'commit',
  'isolation',
  'worktreeFiles',
  'retries',
  'groups.breakAt',
  'groups.maxSize',
] as const

/** The settings that only the server reads, through `workspace/configuration`. */
export const serverSettings = ['rules', 'files.include', 'files.exclude'] as const

/** The settings of the views, and of the language client (`trace.server` is read by it by its name). */
export const viewSettings = [
  'editor.gutterIcons',
  'editor.groupBorders',
  'terminals.reveal',
  'terminals.layout',
  'terminals.closeOnSuccess',
  'notifications',
  'trace.server',
] as const

/** When the terminals of a batch come to the front. */
export type RevealTerminals = 'onRun' | 'onFailure' | 'never'

/** How the terminals of a batch are arranged. */
export type TerminalLayout = 'tabs' | 'split'

/** Which ends of a run are told by a notification. */
export type Notifications = 'all' | 'failures' | 'off'

/** Builds the nested object of a settings file out of dotted keys; keys without a value are left out. */
export function nestSettings(keys: readonly string[], read: (key: string) => unknown): Record<string, unknown> {
  const nested: Record<string, unknown> = {}
  for (const key of keys) {
    const value = read(key)
    if (value === undefined) continue
    const [first = key, second] = key.split('.')
    if (second === undefined) nested[first] = value
    else nested[first] = { ...asObject(nested[first]), [second]: value }
  }
  return nested
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
