import path from 'node:path'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { startServer } from './session'

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe']

/**
 * The language server's program: `--stdio` for any editor, `--node-ipc` for the extension, `--socket=<port>` and
 * `--pipe=<name>` as the protocol's library offers them. Without one of these it says so and ends with exit code 2.
 */
function main(): void {
  const chosen = process.argv.some((argument) => transports.includes(argument.split('=')[0] ?? ''))
  if (!chosen) {
    process.stderr.write('The language server needs a transport; start it with --stdio.\n')
    process.exitCode = 2
    return
  }
  startServer(createConnection(ProposedFeatures.all), path.join(__dirname, '..', 'docs', 'rules.md'))
}

main()
