import type { Command } from 'commander'
import type { CommandContext } from './context'
import { configOption } from './options'

/** `doctor [<spec>]`: which executors are usable, and what would stop a run. */
export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .summary('show which executors are usable and what would stop a run')
    .description(
      'Looks at Node, git and the coding agents and, with a spec, at everything that would stop a run of it. Changes nothing.',
    )
    .argument('[spec]', 'a spec folder, or a Markdown file')
    .option('--json', 'print the findings as one JSON object')
    .addOption(configOption())
    .action(async (argument: string | undefined, flags: { json?: boolean; config?: string }) => {
      const { runDoctor } = await import('./runDoctor')
      await runDoctor(argument, flags, context)
    })
}
