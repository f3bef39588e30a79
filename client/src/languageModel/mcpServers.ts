import type { Uri } from 'vscode'
import { EventEmitter, lm, McpStdioServerDefinition, workspace } from 'vscode'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { RunnerProgram } from '../runs/runnerProcess'
import { tasksGlobs } from '../specs/tasksFiles'

/** The id of the provider in the manifest. */
const providerId = 'parallelTasks.mcp'

/** How the MCP server is started. */
export interface McpServerOptions {
  readonly program: RunnerProgram
  readonly version: string
  /** Writes the settings for a folder into a file and gives its path. */
  readonly config: (folder: Uri) => Promise<string>
}

/**
 * Offers the MCP server to the editor's agents, in a trusted workspace that has a spec. The editor asks the person
 * before it starts a server. Does nothing in an editor that knows no MCP servers.
 */
export function registerMcpServers(options: McpServerOptions): Disposable {
  const owned = createDisposableStore()
  if (!knowsServers()) return owned
  const changed = owned.add(new EventEmitter<void>())
  owned.add(workspace.onDidGrantWorkspaceTrust(() => changed.fire()))
  owned.add(workspace.onDidChangeWorkspaceFolders(() => changed.fire()))
  owned.add(
    lm.registerMcpServerDefinitionProvider(providerId, {
      onDidChangeMcpServerDefinitions: changed.event,
      async provideMcpServerDefinitions() {
        const folder = workspace.workspaceFolders?.[0]
        if (!workspace.isTrusted || folder === undefined || !(await hasSpec())) return []
        return [definition(options, folder.uri)]
      },
      async resolveMcpServerDefinition(server) {
        if (!(server instanceof McpStdioServerDefinition) || server.cwd === undefined) return server
        server.args = [...server.args, '--config', await options.config(server.cwd)]
        return server
      },
    }),
  )
  return owned
}

function definition({ program, version }: McpServerOptions, folder: Uri): McpStdioServerDefinition {
  const args = [program.script, 'mcp', '--stdio']
  const env = { ELECTRON_RUN_AS_NODE: '1' }
  const server = new McpStdioServerDefinition('Parallel Tasks', program.node, args, env, version)
  // The other folders of the workspace are told by the editor as roots.
  server.cwd = folder
  return server
}

function knowsServers(): boolean {
  const there: Partial<typeof lm> | undefined = lm
  return typeof there?.registerMcpServerDefinitionProvider === 'function'
}

async function hasSpec(): Promise<boolean> {
  const found = await workspace.findFiles(`{${tasksGlobs().join(',')}}`, '**/node_modules/**', 1)
  return found.length > 0
}
