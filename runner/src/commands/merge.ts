import type { Command } from 'commander'
import type { CommandContext } from './context'

/** `merge <spec>`: merges leftover progress files. */
export function addMerge(program: Command, context: CommandContext): void {
  program
    .command('merge')
    .summary('merge leftover progress files into .progress.md')
    .description(
      'Merges progress files that an interrupted run left behind into .progress.md and deletes them. ' +
        'Those of failed tasks are left alone. Merging again changes nothing.',
    )
    .argument('<spec>', 'a spec folder, or a Markdown file')
    .action(async (argument: string) => {
      const { runMerge } = await import('./runMerge')
      await runMerge(argument, context)
    })
}
