import type { ToolInput } from '#core/agentTools/readInput'
import type { ToolName } from '#core/agentTools/tools'

/** What the person sees while a tool works and, with a question, before it does. In the shape of VS Code. */
export interface Announcement {
  readonly invocationMessage: string
  readonly confirmationMessages?: { readonly title: string; readonly message: string }
}

/** Announces a use of a tool on a spec. A run, and the end of one, are asked about first. */
export function announcement(name: ToolName, input: ToolInput, spec: string): Announcement {
  switch (name) {
    case 'plan':
      return { invocationMessage: `Reading the plan of ${spec}` }
    case 'lint':
      return { invocationMessage: `Checking ${spec}` }
    case 'status':
      return { invocationMessage: `Looking at the newest run of ${spec}` }
    case 'cancel':
      return {
        invocationMessage: `Ending the run of ${spec}`,
        confirmationMessages: {
          title: `End the run of ${spec}?`,
          message: 'All of its processes are ended. What had succeeded is kept; the rest stays open.',
        },
      }
    case 'run':
      return {
        invocationMessage: `Running ${subject(input)} of ${spec}`,
        confirmationMessages: { title: `Run ${subject(input)} of ${spec}?`, message: consequences(input) },
      }
  }
}

function subject({ group, tasks, all }: ToolInput): string {
  if (group !== undefined) return `the group of task ${group}`
  if (tasks !== undefined) return tasks.length === 1 ? `task ${tasks[0] ?? ''}` : `tasks ${tasks.join(', ')}`
  return all === true ? 'all remaining tasks' : 'the next group or task'
}

function consequences({ executor }: ToolInput): string {
  const starts = executor === undefined ? 'the executor of your settings' : `the executor ${executor}`
  return `This starts ${starts} on these tasks, and the Run and Verify commands that tasks.md holds. What succeeds is ticked and committed.`
}
