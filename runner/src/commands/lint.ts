import { type Command, Option } from 'commander'
import type { CommandContext } from './context'
import { breakAtOption, configOption } from './options'
import type { LintFlags } from './runLint'

/** `lint <path…>`: the same problems as in the editor. */
export function addLint(program: Command, context: CommandContext): void {
  program
    .command('lint')
    .summary('check specs: overlapping files, wrong markers, duplicate ids, …')
    .description(
      'Checks specs and prints the same problems as the editor. A folder without a tasks.md is searched for specs.',
    )
    .argument('<path...>', 'spec folders or Markdown files')
    .addOption(
      new Option('--format <format>', 'how to print the problems')
        .choices(['pretty', 'json', 'github', 'sarif'])
        .default('pretty'),
    )
    .addOption(
      new Option('--max-severity <severity>', 'the worst severity that still gives exit code 0')
        .choices(['none', 'hint', 'info', 'warning', 'error'])
        .default('warning'),
    )
    .addOption(breakAtOption())
    .addOption(configOption())
    .action(async (paths: string[], flags: LintFlags) => {
      const { runLint } = await import('./runLint')
      await runLint(paths, flags, context)
    })
}
