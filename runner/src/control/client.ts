import { connect } from 'node:net'
import type { ControlReply, ControlRequest } from '#core/wire/control'
import { readLines } from './lines'

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

/** A request as callers make it; the client numbers it. */
export type ControlAsk = WithoutId<ControlRequest>

/**
 * Asks a live runner for something and waits for its answer.
 * Rejects when nobody listens at the socket, or when the runner ends before it has answered.
 */
export function sendControl(socketPath: string, request: ControlAsk): Promise<ControlReply> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath)
    const id = 1
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The runner closed the connection before it answered.')))
    socket.on('connect', () => socket.write(`${JSON.stringify({ id, ...request })}\n`))
    readLines(socket, (line) => {
      const reply = parseReply(line)
      if (reply?.id !== id) return
      resolve(reply)
      socket.end()
    })
  })
}

function parseReply(line: string): ControlReply | undefined {
  const value: unknown = JSON.parse(line)
  return isReply(value) ? value : undefined
}

function isReply(value: unknown): value is ControlReply {
  return typeof value === 'object' && value !== null && 'id' in value && 'ok' in value
}
