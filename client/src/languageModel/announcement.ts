import * as l10n from '@vscode/l10n'
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
      return { invocationMessage: l10n.t('Reading the plan of {0}', spec) }
    case 'lint':
      return { invocationMessage: l10n.t('Checking {0}', spec) }
    case 'status':
      return { invocationMessage: l10n.t('Looking at the newest run of {0}', spec) }
    case 'cancel':
      return {
        invocationMessage: l10n.t('Ending the run of {0}', spec),
        confirmationMessages: {
          title: l10n.t('End the run of {0}?', spec),
          message: l10n.t('All of its processes are ended. What had succeeded is kept; the rest stays open.'),
        },
      }
    case 'run':
      return {
        invocationMessage: l10n.t('Running {0} of {1}', subject(input), spec),
        confirmationMessages: { title: l10n.t('Run {0} of {1}?', subject(input), spec), message: consequences(input) },
      }
  }
}

function subject({ group, tasks, all }: ToolInput): string {
  if (group !== undefined) return l10n.t('the group of task {0}', group)
  if (tasks !== undefined)
    return tasks.length === 1 ? l10n.t('task {0}', tasks[0] ?? '') : l10n.t('tasks {0}', tasks.join(', '))
  return all === true ? l10n.t('all remaining tasks') : l10n.t('the next group or task')
}

function consequences({ executor }: ToolInput): string {
  return executor === undefined
    ? l10n.t(
        'This starts the executor of your settings on these tasks, and the Run and Verify commands that tasks.md holds. What succeeds is ticked and committed.',
      )
    : l10n.t(
        'This starts the executor {0} on these tasks, and the Run and Verify commands that tasks.md holds. What succeeds is ticked and committed.',
        executor,
      )
}
