import { type Command, Option } from 'commander'
import type { CommandContext } from './context'
import { breakAtOption, configOption, duration, onOff, wholeNumber } from './options'
import type { RunFlags } from './runFlags'

/** `run <spec>`: carries tasks out. */
export function addRun(program: Command, context: CommandContext): void {
  const command = program
    .command('run')
    .summary('run the next parallel group or task, or what you name')
    .description(
      'Runs the next open group or task of a spec. Every task gets an executor, a log and a progress file of its own; ' +
        'at the end progress is merged, boxes are ticked and one commit per task is made. Ctrl+C ends it in order.',
    )
    .argument('<spec>', 'a spec folder, or a Markdown file')
    .addOption(
      new Option('--group <task>', 'the group of this task (id, index or #index)').conflicts(['task', 'all', 'phase']),
    )
    .addOption(
      new Option('--task <task...>', 'these tasks (ids, indices or #index)').conflicts(['group', 'all', 'phase']),
    )
    .addOption(
      new Option('--phase <line>', 'the tasks below the heading on this line')
        .argParser(wholeNumber(1, 10_000_000))
        .conflicts(['group', 'all', 'task']),
    )
    .addOption(
      new Option('--all', 'everything to the end of the spec, up to the first task that fails for good').conflicts([
        'group',
        'task',
        'phase',
      ]),
    )
  addRunOptions(command)
    .option('--dry-run', 'say what would run, and change nothing')
    .addHelpText('after', runExamples)
    .action(runner('run', context))
}

/** `resume <spec>`: settles an interrupted run and runs what is left of it. */
export function addResume(program: Command, context: CommandContext): void {
  const command = program
    .command('resume')
    .summary('settle an interrupted run and finish it')
    .description('Settles a run whose runner died: ends what it left running, keeps what succeeded, and runs the rest.')
    .argument('<spec>', 'a spec folder, or a Markdown file')
  addRunOptions(command).action(runner('resume', context))
}

/** `retry <spec>`: the failed tasks of the last batch once more. */
export function addRetry(program: Command, context: CommandContext): void {
  const command = program
    .command('retry')
    .summary('run the failed tasks of the last batch again')
    .description('Runs the failed tasks of the last batch again. What succeeded is not touched.')
    .argument('<spec>', 'a spec folder, or a Markdown file')
  addRunOptions(command).action(runner('retry', context))
}

function addRunOptions(command: Command): Command {
  return command
    .option('--executor <name>', 'auto, shell, verify, an agent such as claude, or one of your own (default: auto)')
    .addOption(
      new Option('--max-concurrent <n>', 'executors at a time, 1 to 32 (default: 3)').argParser(wholeNumber(1, 32)),
    )
    .addOption(new Option('--timeout <time>', 'longest time for a task, such as 60m; 0 for none').argParser(duration))
    .addOption(
      new Option('--idle-timeout <time>', 'longest silence of a task, such as 10m; 0 for none').argParser(duration),
    )
    .addOption(
      new Option('--isolation <how>', 'where executors work (default: shared)').choices(['shared', 'worktree']),
    )
    .addOption(new Option('--commit <on|off>', 'one commit per task (default: on)').argParser(onOff))
    .addOption(new Option('--verify <on|off>', "run the tasks' Verify commands (default: on)").argParser(onOff))
    .addOption(
      new Option('--retry <n>', 'how often a failed task is tried again (default: 0)').argParser(wholeNumber(0, 100)),
    )
    .addOption(breakAtOption())
    .addOption(configOption())
    .option('--json', 'print every event as one line of JSON')
}

function runner(
  mode: 'run' | 'resume' | 'retry',
  context: CommandContext,
): (argument: string, flags: RunFlags) => Promise<void> {
  return async (argument, flags) => {
    const { runRun } = await import('./runRun')
    await runRun(mode, argument, flags, context)
  }
}

const runExamples = `
Examples:
  parallel-tasks run specs/login                       the next group or task
  parallel-tasks run specs/login --group 1.2           the group that task 1.2 is in
  parallel-tasks run specs/login --task 2.1 2.4        these two
  parallel-tasks run specs/login --all --retry 2       all that is left, each failed task tried up to twice more
  parallel-tasks run specs/login --executor shell      tasks that bring their own commands (**Run**)
  parallel-tasks run specs/login --dry-run             what would run`
