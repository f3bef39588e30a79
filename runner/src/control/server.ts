import { createServer, type Socket } from 'node:net'
import type { ControlReply, ControlRequest, EditorRequest } from '#core/wire/control'
import type { AskEditor } from '../files/boxes'
import { readLines } from './lines'
import { newSocketPath, removeSocketPath } from './socketPath'

/** What the run does on request. A rejection becomes the answer `ok: false`. */
export interface ControlHandlers {
  /** Ends one task, or the run (null). Resolves when it is gone. */
  cancel(index: number | null): Promise<void>
  setMaxConcurrent(value: number): void
}

/** The listening end of a run's control socket. */
export interface ControlServer {
  /** Where it listens; null when no socket could be made: the run then goes on without one. */
  readonly path: string | null
  readonly askEditor: AskEditor
  /** Lets the last answers out, then disconnects everybody. */
  close(): Promise<void>
}

/** How long an editor has for an answer. */
const editorMs = 5000

interface Editors {
  readonly sockets: Set<Socket>
  readonly answers: Map<number, (answer: Awaited<ReturnType<AskEditor>>) => void>
}

/** Listens on a socket that only this user can reach. */
export async function startControl(runId: string, handlers: ControlHandlers): Promise<ControlServer> {
  const editors: Editors = { sockets: new Set(), answers: new Map() }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      editors.sockets.delete(socket)
    })
    readLines(socket, (line) => void answer(socket, line, { runId, handlers, editors }))
  })
  const path = newSocketPath(runId)
  const listening = path !== undefined && (await listen(server, path))
  return {
    path: listening && path !== undefined ? path : null,
    askEditor: askEditors(editors),
    async close() {
      for (const socket of sockets) socket.end()
      await new Promise<void>((resolve) => (listening ? server.close(() => resolve()) : resolve()))
      if (path !== undefined) removeSocketPath(path)
    },
  }
}

function listen(server: ReturnType<typeof createServer>, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(path, () => resolve(true))
  })
}

interface Desk {
  readonly runId: string
  readonly handlers: ControlHandlers
  readonly editors: Editors
}

async function answer(socket: Socket, line: string, desk: Desk): Promise<void> {
  const request = parseRequest(line)
  if (request === undefined) return send(socket, { id: -1, ok: false, error: 'This is no request.' })
  try {
    await handle(socket, request, desk)
    send(socket, { id: request.id, ok: true })
  } catch (error) {
    send(socket, { id: request.id, ok: false, error: error instanceof Error ? error.message : String(error) })
  }
}

async function handle(socket: Socket, request: ControlRequest, desk: Desk): Promise<void> {
  switch (request.kind) {
    case 'attach':
      if (request.runId !== desk.runId) throw new Error(`This is run ${desk.runId}, not ${request.runId}.`)
      if (request.editor) desk.editors.sockets.add(socket)
      return
    case 'cancel':
      return desk.handlers.cancel(request.index)
    case 'setMaxConcurrent':
      return desk.handlers.setMaxConcurrent(request.value)
    case 'editReply': {
      const { result, text } = request
      desk.editors.answers.get(request.request)?.({ result, ...(text === undefined ? {} : { text }) })
      return
    }
    default:
      throw new Error('This request is unknown.')
  }
}

/** Asks every attached editor at once: the first that holds the file decides. */
function askEditors(editors: Editors): AskEditor {
  let last = 0
  return async (edit) => {
    const asked = [...editors.sockets].map((socket) => {
      const request = ++last
      return new Promise<Awaited<ReturnType<AskEditor>>>((resolve) => {
        const timer = setTimeout(() => resolve({ result: 'not-open' }), editorMs)
        socket.once('close', () => resolve({ result: 'not-open' }))
        editors.answers.set(request, (reply) => resolve(reply))
        send(socket, { kind: 'edit', request, ...edit })
        timer.unref()
      }).finally(() => editors.answers.delete(request))
    })
    const replies = await Promise.all(asked)
    return replies.find((reply) => reply.result !== 'not-open') ?? { result: 'not-open' }
  }
}

function send(socket: Socket, message: ControlReply | EditorRequest): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
}

function parseRequest(line: string): ControlRequest | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isRequest(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whoever can reach the socket is this user; what else a request holds is looked at where it is used. */
function isRequest(value: unknown): value is ControlRequest {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number' && 'kind' in value
}
