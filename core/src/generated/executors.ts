/* Generated from schemas/executors.schema.json by `npm run generate`. Do not edit. */

/**
 * Executors by name, as in the setting parallelTasks.executors and in a --config file.
 */
export interface ExecutorSettings {
  [k: string]: ExecutorDefinition
}
/**
 * This interface was referenced by `ExecutorSettings`'s JSON-Schema
 * via the `definition` "executor".
 */
export interface ExecutorDefinition {
  /**
   * The program, found on PATH or given as a path. Started without a shell.
   */
  command: string
  /**
   * Its arguments, exactly as given. {promptFile} becomes the path of a file with the prompt when prompt is file.
   */
  args?: string[]
  /**
   * How the program gets the prompt. Default stdin.
   */
  prompt?: 'stdin' | 'file' | 'none'
  /**
   * What the program writes on standard output. Default text.
   */
  output?:
    | 'text'
    | 'claude-json'
    | 'codex-json'
    | 'gemini-json'
    | 'copilot-json'
    | 'opencode-json'
    | 'cursor-json'
    | 'qwen-json'
    | 'amp-json'
    | 'goose-json'
  /**
   * What says that the task is done: TASK_COMPLETE on a line of its own in the program's words, or exit code 0 alone. Default marker.
   */
  completion?: 'marker' | 'exit-code'
  /**
   * Variables added to its environment.
   */
  env?: {
    [k: string]: string
  }
  /**
   * Oldest version that is known to work; doctor compares it with what --version says.
   */
  minVersion?: string
}
