import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
  type ListToolsResult,
  RootsListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { agentTools, type ToolName } from '#core/agentTools/tools'
import { countTasks } from '#core/run/countTasks'
import { isActive } from '#core/run/fold'
import type { RunState } from '#core/run/runState'
import type { CommandContext } from '../commands/context'
import { loadSettings } from '../files/settingsFile'
import { UserError } from '../userError'
import { callTool } from './callTool'
import { type Roots, rootsOf } from './places'

const instructions =
  'Specs are folders with a tasks.md. Call plan to see what is left and what may run side by side, lint after you ' +
  'edited a tasks.md, run to have tasks carried out by coding agents (each in a process of its own, verified, ticked ' +
  'and committed), status to see a run, cancel to end it. A run goes on when this server ends.'

/** Serves the tools over standard input and output until the client is gone. Nothing but the protocol is printed there. */
export async function serveMcp(config: string | undefined, context: CommandContext): Promise<void> {
  await loadSettings(config, context.cwd)
  const server = new Server(
    { name: 'parallel-tasks', title: 'Parallel Tasks', version: context.version },
    { capabilities: { tools: {} }, instructions },
  )
  let roots: Promise<Roots> | undefined
  server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
    roots = undefined
  })
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listedTools() }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra): Promise<CallToolResult> => {
    const { name, arguments: given, _meta: meta } = params
    if (!isTool(name)) return refusal(`There is no tool "${name}"; there is ${Object.keys(agentTools).join(', ')}.`)
    const token = meta?.progressToken
    const tell = (state: RunState): void => {
      if (token === undefined) return
      const progress = { progressToken: token, ...progressOf(state) }
      extra.sendNotification({ method: 'notifications/progress', params: progress }).catch(() => undefined)
    }
    try {
      const answer = await callTool({
        name,
        given,
        roots: await (roots ??= findRoots(server, context.cwd)),
        config,
        context,
        signal: extra.signal,
        onState: throttled(tell),
      })
      return { content: [{ type: 'text', text: answer.text }], structuredContent: { ...answer.data } }
    } catch (error) {
      if (error instanceof UserError) return refusal(error.message)
      context.err(`parallel-tasks: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      return refusal(
        `Parallel Tasks ran into an unexpected problem: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  })
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve)
  })
  await server.connect(new StdioServerTransport())
  await closed
}

function listedTools(): ListToolsResult['tools'] {
  return Object.entries(agentTools).map(([name, { title, description, inputSchema, readOnly }]) => ({
    name,
    title,
    description,
    inputSchema: { ...inputSchema, properties: { ...inputSchema.properties }, required: [...inputSchema.required] },
    annotations: { title, readOnlyHint: readOnly, destructiveHint: !readOnly, openWorldHint: name === 'run' },
  }))
}

/** The roots of a client that has them; else the folder that the server was started in. */
async function findRoots(server: Server, cwd: string): Promise<Roots> {
  if (server.getClientCapabilities()?.roots === undefined) return rootsOf([], cwd)
  const { roots } = await server.listRoots().catch(() => ({ roots: [] }))
  return rootsOf(
    roots.map(({ uri }) => uri),
    cwd,
  )
}

function isTool(name: string): name is ToolName {
  return Object.hasOwn(agentTools, name)
}

function refusal(message: string): CallToolResult {
  return { content: [{ type: 'text', text: message }], isError: true }
}

/** How far a run is: its tasks that are over, of all it has begun with. */
function progressOf(state: RunState): { progress: number; total: number; message: string } {
  const { total, done, failed, running, queued } = countTasks(state.tasks.values())
  const names = [...state.tasks.values()]
    .filter(({ status }) => isActive(status))
    .map(({ id, index }) => id ?? `#${index}`)
  const now = running === 0 ? '' : `, running ${names.join(', ')}`
  const bad = failed === 0 ? '' : `, ${failed} failed`
  return { progress: total - running - queued, total, message: `${done} of ${total} done${bad}${now}` }
}

/** Tells a state only when what is told of it has changed. */
function throttled(tell: (state: RunState) => void): (state: RunState) => void {
  let told = ''
  return (state) => {
    const { message } = progressOf(state)
    if (message === told || state.tasks.size === 0) return
    told = message
    tell(state)
  }
}
