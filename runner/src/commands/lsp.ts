import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Command } from 'commander'
import { UserError } from '../userError'
import { hasCode } from '../files/errorCode'
import type { CommandContext } from './context'

/** `lsp --stdio`: the language server, for other editors. It is a program of its own that lies beside this one. */
export function addLsp(program: Command, context: CommandContext): void {
  program
    .command('lsp')
    .summary('start the language server, for other editors')
    .description(
      'Starts the language server: diagnostics, lenses, hovers and more for tasks.md, in any editor that speaks LSP.',
    )
    .option('--stdio', 'talk over standard input and output')
    .action((flags: { stdio?: boolean }) => {
      if (flags.stdio !== true)
        throw new UserError(
          'The language server talks over standard input and output only. Say so: parallel-tasks lsp --stdio',
        )
      const server = join(context.programDir, 'server.js')
      try {
        createRequire(server)(server)
      } catch (error) {
        if (!hasCode(error, 'MODULE_NOT_FOUND')) throw error
        throw new UserError(
          `The language server is missing: there is no ${server}. Build or install parallel-tasks again.`,
        )
      }
    })
}
