import type { Command } from 'commander'
import { UserError } from '../userError'
import type { CommandContext } from './context'
import { configOption } from './options'

/** `mcp --stdio`: the tools of agents over the Model Context Protocol. */
export function addMcp(program: Command, context: CommandContext): void {
  program
    .command('mcp')
    .summary('start the MCP server, for coding agents')
    .description(
      'Starts a server for the Model Context Protocol with the tools plan, lint, run, status and cancel. ' +
        'It works on specs inside the folder it is started in (or those that the client names as its roots).',
    )
    .option('--stdio', 'talk over standard input and output')
    .addOption(configOption())
    .action(async (flags: { stdio?: boolean; config?: string }) => {
      if (flags.stdio !== true)
        throw new UserError(
          'The MCP server talks over standard input and output only. Say so: parallel-tasks mcp --stdio',
        )
      const { serveMcp } = await import('../mcp/serve')
      await serveMcp(flags.config, context)
    })
}
