/**
 * Variables that belong to the agent or editor this program runs in. An executor that saw them would take itself
 * for a nested one, or an Electron program for Node.
 */
const foreign =
  /^(CLAUDECODE|CLAUDE_CODE_(ENTRYPOINT|SSE_PORT|EXECPATH|SESSION_ID|CHILD_SESSION)|CODEX_(SANDBOX\w*|THREAD_ID|INTERNAL_\w+)|GEMINI_CLI|CURSOR_AGENT|CURSOR_TRACE_ID|QWEN_CODE|OPENCODE|ELECTRON_(RUN_AS_NODE|NO_ATTACH_CONSOLE|NO_ASAR)|VSCODE_(INSPECTOR_OPTIONS|NLS_CONFIG|ESM_ENTRYPOINT|HANDLES_\w+|CRASH_\w+|CWD|PID|IPC_HOOK|L10N_\w+|AMD_ENTRYPOINT|CODE_CACHE_PATH|PIPE_LOGGING|VERBOSE_LOGGING))$/

/** What a task's processes are told by their environment. */
export interface TaskVariables {
  readonly specDir: string
  readonly file: string
  readonly index: number
  readonly id: string | null
  /** Absolute path. */
  readonly progressFile: string
  readonly runId: string
  readonly attempt: number
}

/** The environment of an executor or a Verify command: the user's own, without what would mislead it, with the task's. */
export function taskEnvironment(
  base: NodeJS.ProcessEnv,
  task: TaskVariables,
  added: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const kept = Object.entries(base).filter(([name]) => !foreign.test(name))
  return {
    ...Object.fromEntries(kept),
    ...added,
    PARALLEL_TASKS_SPEC: task.specDir,
    PARALLEL_TASKS_FILE: task.file,
    PARALLEL_TASKS_TASK_INDEX: String(task.index),
    PARALLEL_TASKS_TASK_ID: task.id ?? '',
    PARALLEL_TASKS_PROGRESS_FILE: task.progressFile,
    PARALLEL_TASKS_RUN_ID: task.runId,
    PARALLEL_TASKS_ATTEMPT: String(task.attempt),
  }
}
