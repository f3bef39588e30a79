import { Command } from 'commander'
import { addCancel } from './cancel'
import type { CommandContext } from './context'
import { addDoctor } from './doctor'
import { addLint } from './lint'
import { addLogs } from './logs'
import { addLsp } from './lsp'
import { addMcp } from './mcp'
import { addMerge } from './merge'
import { addPlan } from './plan'
import { addReport } from './report'
import { addResume, addRetry, addRun } from './run'
import { addStatus } from './status'
import { reportError } from './usageError'
import { addVerify } from './verify'

const examples = `
Examples:
  parallel-tasks plan specs/login              what runs side by side, and what does not
  parallel-tasks lint specs/login              what is wrong with it
  parallel-tasks run specs/login               the next parallel group, or the next task
  parallel-tasks run specs/login --all         everything that is left
  parallel-tasks retry specs/login             what failed, once more
  parallel-tasks doctor                        which coding agents are installed and usable

<spec> is a folder with a tasks.md, or a Markdown file.
Exit codes: 0 all well · 1 a task failed, or lint found an error · 2 wrong usage · 130 cancelled.`

/** Builds the program with all its commands, without running anything. */
function buildProgram(context: CommandContext): Command {
  const program = new Command('parallel-tasks')
    .description(
      'Runs the tasks of a spec side by side: one executor per task, merged progress, one clean commit each.',
    )
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', examples)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: context.out,
      writeErr: context.err,
      outputError: () => undefined,
      getOutHelpWidth: () => context.stdout.columns ?? 100,
      getOutHasColors: () => context.paint.enabled,
    })
    .configureHelp({ styleTitle: context.paint.strong })
  for (const add of [
    addPlan,
    addLint,
    addRun,
    addVerify,
    addStatus,
    addResume,
    addRetry,
    addCancel,
    addMerge,
    addLogs,
    addReport,
    addDoctor,
    addLsp,
    addMcp,
  ]) {
    add(program, context)
  }
  return program
}

/** Runs one command line. Never throws: what goes wrong is told in one line, with the exit code that belongs to it. */
export async function runProgram(args: readonly string[], context: CommandContext): Promise<void> {
  try {
    if (args.length === 0) {
      context.err(
        'parallel-tasks: name a command, such as plan, lint or run; "parallel-tasks --help" lists them all.\n',
      )
      context.exit(2)
      return
    }
    await buildProgram(context).parseAsync([...args], { from: 'user' })
  } catch (error) {
    reportError(error, args, context)
  }
}
