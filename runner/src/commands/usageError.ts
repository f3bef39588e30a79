import { CommanderError } from 'commander'
import { safeLine } from '../console/safeText'
import { UserError } from '../userError'
import type { CommandContext } from './context'

/**
 * Tells an error in one line on standard error and sets the exit code. A `UserError` says its sentence; wrong usage
 * says what is wrong and where the help is; anything else is a bug, told with its stack when DEBUG asks for it.
 */
export function reportError(error: unknown, args: readonly string[], context: CommandContext): void {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return
    context.err(`parallel-tasks: ${usageMessage(error, args)}\n`)
    context.exit(2)
  } else if (error instanceof UserError) {
    context.err(`parallel-tasks: ${safeLine(error.message)}\n`)
    context.exit(error.exitCode)
  } else {
    const message = error instanceof Error ? error.message : String(error)
    const stack = error instanceof Error && (context.env['DEBUG'] ?? '') !== '' ? `\n${error.stack ?? ''}` : ''
    context.err(
      `parallel-tasks: internal error: ${safeLine(message)}. Set DEBUG=1 to see where; please report it.${stack}\n`,
    )
    context.exit(2)
  }
}

function usageMessage(error: CommanderError, args: readonly string[]): string {
  const command = error.code === 'commander.unknownCommand' ? undefined : args.find((arg) => !arg.startsWith('-'))
  const help = command === undefined ? 'parallel-tasks --help' : `parallel-tasks ${safeLine(command)} --help`
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n')
  const suggestion = rest.map((line) => line.replace(/^\((.*)\)$/, '$1')).join(' ')
  return `${safeLine(`${first.replace(/\.$/, '')}. ${suggestion}`)} See "${help}".`
}
