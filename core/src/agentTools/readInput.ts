import { inputProblem } from './inputSchema'
import { agentTools, type ToolName } from './tools'

/** The input of a tool, checked. Only `run` has more than the spec. */
export interface ToolInput {
  readonly spec?: string
  readonly group?: string
  readonly tasks?: readonly string[]
  readonly all?: boolean
  readonly executor?: string
  readonly wait?: boolean
}

/** An input, or one sentence that says what is wrong with it. */
export type ReadInput =
  | { readonly ok: true; readonly input: ToolInput }
  | { readonly ok: false; readonly message: string }

/** Checks the input that an agent gave a tool. Nothing given counts as an empty input. */
export function readInput(tool: ToolName, given: unknown): ReadInput {
  const value = given ?? {}
  const problem = inputProblem(agentTools[tool].inputSchema, value)
  if (problem !== null) return { ok: false, message: problem }
  const input: ToolInput = value
  const chosen = [input.group, input.tasks, input.all === true ? true : undefined].filter((one) => one !== undefined)
  if (chosen.length > 1) return { ok: false, message: '"group", "tasks" and "all" exclude one another; keep one.' }
  const flag = [input.group, ...(input.tasks ?? []), input.executor].find((word) => word?.startsWith('-') === true)
  if (flag !== undefined) return { ok: false, message: `"${flag}" is no name of a task or an executor.` }
  return { ok: true, input }
}

/** The flags of the command line's `run` for an input. */
export function runFlagsOf({ group, tasks, all, executor }: ToolInput): readonly string[] {
  return [
    ...(group === undefined ? [] : ['--group', group]),
    ...(tasks === undefined ? [] : ['--task', ...tasks]),
    ...(all === true ? ['--all'] : []),
    ...(executor === undefined ? [] : ['--executor', executor]),
  ]
}
