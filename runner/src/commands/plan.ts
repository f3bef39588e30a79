import type { Command } from 'commander'
import type { CommandContext } from './context'
import { breakAtOption, configOption } from './options'

interface PlanFlags {
  readonly json?: boolean
  readonly config?: string
  readonly breakAt?: 'heading' | 'phase' | 'never'
}

/** `plan <spec>`: tasks and groups; changes nothing. */
export function addPlan(program: Command, context: CommandContext): void {
  program
    .command('plan')
    .summary('show the tasks and which of them run side by side')
    .description('Shows the tasks of a spec and the groups that can run side by side. Changes nothing.')
    .argument('<spec>', 'a spec folder, or a Markdown file')
    .option('--json', 'print the plan as one JSON object')
    .addOption(breakAtOption())
    .addOption(configOption())
    .action(async (argument: string, flags: PlanFlags) => {
      const { runPlan } = await import('./runPlan')
      await runPlan(argument, flags, context)
    })
}
