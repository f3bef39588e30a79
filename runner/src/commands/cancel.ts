import type { Command } from 'commander'
import type { CommandContext } from './context'

/** `cancel <spec>`: ends a live run, or one task of it, from another terminal. */
export function addCancel(program: Command, context: CommandContext): void {
  program
    .command('cancel')
    .summary('end a live run, or one task of it')
    .description('Ends the live run of a spec in order, and returns when all of its processes are gone.')
    .argument('<spec>', 'a spec folder, or a Markdown file')
    .option('--task <task>', 'only this task (id, index or #index)')
    .action(async (argument: string, flags: { task?: string }) => {
      const { runCancel } = await import('./runCancel')
      await runCancel(argument, flags.task, context)
    })
}
