import { writeFileSync } from 'node:fs'
import type { Task } from '#core/document/tasksDocument'
import type { OutputFormat } from '#core/run/output/formats'
import { findProgram } from '../executors/findProgram'
import type { Executor } from '../executors/resolve'
import { shellScript } from '../executors/shellScript'
import type { AttemptFiles } from './attemptFiles'

/** How an executor is started for one task. */
export interface ExecutorCommand {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly output: OutputFormat
  readonly completion: 'marker' | 'exit-code'
  /** True when the prompt goes to its standard input. */
  readonly promptOnInput: boolean
  /** Program and arguments as shown to people. */
  readonly shown: readonly string[]
}

/**
 * The command for a task; undefined when the executor has nothing to start for it: the `verify` executor,
 * and `shell` for a task without commands. Writes the script of the `shell` executor.
 */
export function executorCommand(
  executor: Executor,
  task: Task,
  files: AttemptFiles,
  env: NodeJS.ProcessEnv,
): ExecutorCommand | undefined {
  switch (executor.kind) {
    case 'verify':
      return undefined
    case 'shell': {
      const script = shellScript(task)
      if (script === undefined) return undefined
      writeFileSync(files.scriptPath, script.text)
      const program = findProgram(script.shell, { cwd: '/', env }) ?? `/bin/${script.shell}`
      const args = ['-e', files.scriptPath]
      const shown = [script.shell, '-e', files.scriptPath]
      return { program, args, env: {}, output: 'text', completion: 'exit-code', promptOnInput: true, shown }
    }
    case 'program': {
      const { definition, program } = executor
      const prompt = definition.prompt ?? 'stdin'
      const args = (definition.args ?? []).map((argument) => argument.replaceAll('{promptFile}', files.promptPath))
      return {
        program,
        args,
        env: definition.env ?? {},
        output: definition.output ?? 'text',
        completion: definition.completion ?? 'marker',
        promptOnInput: prompt === 'stdin',
        shown: [definition.command, ...args],
      }
    }
  }
}
