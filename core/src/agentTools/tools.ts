import type { InputSchema } from './inputSchema'

/** What agents can ask for: the same tools in the editor (`parallelTasks_<name>`) and over MCP (`<name>`). */
export type ToolName = 'plan' | 'lint' | 'run' | 'status' | 'cancel'

/** A tool as agents are told of it. */
export interface AgentTool {
  /** For people. */
  readonly title: string
  /** For the model: what it does, when to call it, what comes back. */
  readonly description: string
  readonly inputSchema: InputSchema
  /** True when it changes nothing. */
  readonly readOnly: boolean
}

const spec = {
  type: 'string',
  description:
    'The spec: its folder or its tasks.md, relative to the workspace folder. May be left out when there is only one spec.',
} as const

/** Every tool with its schema. The manifest and the MCP server are made from it, and tests compare them. */
export const agentTools: Readonly<Record<ToolName, AgentTool>> = {
  plan: {
    title: 'Plan of a spec',
    description:
      "Reads a spec's tasks.md and tells which tasks are left, in which order they run, and which of them run side by side. Call it before run. Changes nothing.",
    inputSchema: { type: 'object', properties: { spec }, required: [], additionalProperties: false },
    readOnly: true,
  },
  lint: {
    title: 'Check of a spec',
    description:
      'Checks tasks.md for what stops or endangers a parallel run: tasks of a group that name the same file, duplicate ids, misplaced or overridden [P] markers, missing fields, unsafe paths. Call it after editing tasks.md. Without a spec it checks all of them. Changes nothing.',
    inputSchema: {
      type: 'object',
      properties: {
        spec: {
          type: 'string',
          description:
            'The spec: its folder or its tasks.md, relative to the workspace folder. All specs are checked when it is left out.',
        },
      },
      required: [],
      additionalProperties: false,
    },
    readOnly: true,
  },
  run: {
    title: 'Run tasks of a spec',
    description:
      'Starts the coding agent chosen in the settings (or the named executor) on tasks of a spec, side by side where the plan allows it, verifies each, ticks and commits what succeeded, and tells the verdict on every task. Without group, tasks or all it runs the next open group or task. It can take many minutes; with wait set to false it returns as soon as the run has begun, and status tells how it goes.',
    inputSchema: {
      type: 'object',
      properties: {
        spec,
        group: {
          type: 'string',
          description:
            'Run the parallel group that this task is in: a task id such as "1.2", or an index such as "#3".',
        },
        tasks: {
          type: 'array',
          items: { type: 'string' },
          description: 'Run these tasks: ids such as "1.2", or indices such as "#3".',
        },
        all: { type: 'boolean', description: 'Run everything that is left, up to the first task that fails for good.' },
        executor: {
          type: 'string',
          description: 'Executor in place of the one in the settings, such as "claude", "shell" or "verify".',
        },
        wait: { type: 'boolean', description: 'Wait for the end of the run and tell all verdicts (default: true).' },
      },
      required: [],
      additionalProperties: false,
    },
    readOnly: false,
  },
  status: {
    title: 'State of the newest run',
    description:
      'Tells where the newest run of a spec stands: whether it goes on, and the state, reason, time and log of each of its tasks. Changes nothing.',
    inputSchema: { type: 'object', properties: { spec }, required: [], additionalProperties: false },
    readOnly: true,
  },
  cancel: {
    title: 'Cancel a run',
    description:
      'Ends the live run of a spec with all of its processes. What had succeeded stays ticked and committed; the rest stays open.',
    inputSchema: { type: 'object', properties: { spec }, required: [], additionalProperties: false },
    readOnly: false,
  },
}
