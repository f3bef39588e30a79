import type { Command } from 'commander'
import type { CommandContext } from './context'
import { wholeNumber } from './options'

/** `logs <spec> --task ID`: a task's output. */
export function addLogs(program: Command, context: CommandContext): void {
  program
    .command('logs')
    .summary("print a task's output")
    .description('Prints the output of a task in the newest run, as readable text.')
    .argument('<spec>', 'a spec folder, or a Markdown file')
    .requiredOption('--task <task>', 'the task (id, index or #index)')
    .option('--attempt <n>', 'an earlier attempt, from 1', wholeNumber(1, 1_000_000))
    .option('--follow', 'go on until the task ends')
    .option('--raw', "print the log's own bytes")
    .action(async (argument: string, flags: { task: string; attempt?: number; follow?: boolean; raw?: boolean }) => {
      const { runLogs } = await import('./runLogs')
      await runLogs(argument, flags, context)
    })
}
