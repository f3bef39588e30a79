import { type Command, Option } from 'commander'
import type { CommandContext } from './context'
import { configOption, duration } from './options'
import type { VerifyFlags } from './runVerify'

/** `verify <spec>`: judges tasks by their Verify commands; changes nothing itself. */
export function addVerify(program: Command, context: CommandContext): void {
  program
    .command('verify')
    .summary("run tasks' Verify commands and say which pass")
    .description(
      'Runs the Verify commands of a spec, one task after the other, exactly as a run does, and says which pass. ' +
        'It only judges: no executor is started, no box is ticked, nothing is committed or recorded.',
    )
    .argument('<spec>', 'a spec folder, or a Markdown file')
    .option('--task <task...>', 'only these tasks (ids, indices or #index)')
    .addOption(new Option('--timeout <time>', 'longest time for a command, such as 5m; 0 for none').argParser(duration))
    .option('--json', 'print what happens as one JSON object a line')
    .addOption(configOption())
    .action(async (argument: string, flags: VerifyFlags) => {
      const { runVerify } = await import('./runVerify')
      await runVerify(argument, flags, context)
    })
}
