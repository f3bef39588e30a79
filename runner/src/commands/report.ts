import type { Command } from 'commander'
import type { CommandContext } from './context'

/** `report <run>`: everything that explains a run afterwards, in one folder. */
export function addReport(program: Command, context: CommandContext): void {
  program
    .command('report')
    .summary('put everything that explains a run into one folder')
    .description(
      'Copies journal, logs, plan, state and versions of a run into a folder that can be handed on. ' +
        'No environment is in it, and what looks like a secret is blotted out; look it over all the same.',
    )
    .argument('<run>', 'a spec (its newest run), or the folder of a run')
    .option('--run <id>', 'an earlier run of the spec')
    .option('--out <folder>', 'the folder to make (default: parallel-tasks-report-<run>)')
    .action(async (argument: string, flags: { run?: string; out?: string }) => {
      const { runReport } = await import('./runReport')
      await runReport(argument, flags, context)
    })
}
