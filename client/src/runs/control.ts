import type { Socket } from 'node:net'
import { connect } from 'node:net'
import * as l10n from '@vscode/l10n'
import type { ControlReply, ControlRequest, EditResult, EditorRequest } from '#core/wire/control'
import type { Disposable } from '../platform/disposables'
import { UserError } from '../platform/userError'

/** A control request without its number. */
type Asked = ControlRequest extends infer R ? (R extends { readonly id: number } ? Omit<R, 'id'> : never) : never

/** What the editor says to an edit; `text` is what the document holds when the edit did not fit. */
export interface EditAnswer {
  readonly result: EditResult
  readonly text?: string
}

/** A connection to the control socket of a live run. */
export interface ControlConnection extends Disposable {
  /** Sends a request; rejects with a `UserError` when the runner refuses it or is gone. */
  readonly ask: (request: Asked) => Promise<void>
}

/** Which runner to connect to, and who answers it. */
export interface ControlOptions {
  readonly socket: string
  readonly runId: string
  /** Makes an edit that the runner asks for in an open document. */
  readonly onEdit: (request: EditorRequest) => Promise<EditAnswer>
  /** Called once when the connection is gone, for whatever reason. */
  readonly onClose: () => void
}

/** The runner has gone before it answered. */
export class ControlClosed extends UserError {}

/** Connects to a run and says that an editor is here. Errors of the connection end it, they are not thrown. */
export function connectControl(options: ControlOptions): ControlConnection {
  const socket = connect(options.socket)
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>()
  let nextId = 1

  const ask = (request: Asked): Promise<void> =>
    new Promise((resolve, reject) => {
      const id = nextId++
      waiting.set(id, { resolve, reject })
      send(socket, { ...request, id })
    })
  const receive = (message: ControlReply | EditorRequest): void => {
    if ('kind' in message) {
      void options
        .onEdit(message)
        .then((answer) => ask({ kind: 'editReply', request: message.request, ...answer }))
        .catch(() => {})
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) asked?.resolve()
    else asked?.reject(new UserError(message.error))
  }
  onLines(socket, (line) => {
    const message = readMessage(line)
    if (message !== undefined) receive(message)
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    for (const { reject } of waiting.values())
      reject(new ControlClosed(l10n.t('The run has ended; there is nothing left to control.')))
    waiting.clear()
    options.onClose()
  })
  ask({ kind: 'attach', runId: options.runId, editor: true }).catch(() => {})
  return { ask, dispose: () => socket.destroy() }
}

function send(socket: Socket, message: object): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(message)}\n`)
}

function onLines(socket: Socket, onLine: (line: string) => void): void {
  let rest = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
}

/** The other side of an owner-only socket is our own runner; a line that is no JSON object is left out. */
function readMessage(line: string): ControlReply | EditorRequest | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isMessage(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isMessage(value: unknown): value is ControlReply | EditorRequest {
  return typeof value === 'object' && value !== null && ('ok' in value || ('kind' in value && value.kind === 'edit'))
}
