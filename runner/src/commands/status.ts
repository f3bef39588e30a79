import type { Command } from 'commander'
import type { CommandContext } from './context'

/** `status <spec>`: where the newest run stands. */
export function addStatus(program: Command, context: CommandContext): void {
  program
    .command('status')
    .summary('show where the newest run stands')
    .description('Shows the newest run of a spec: state, attempt, time and log of each task.')
    .argument('<spec>', 'a spec folder, or a Markdown file')
    .option('--json', 'print it as one JSON object')
    .action(async (argument: string, flags: { json?: boolean }) => {
      const { runStatus } = await import('./runStatus')
      await runStatus(argument, flags.json === true, context)
    })
}
