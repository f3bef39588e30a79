import { methods, type ClientNotifications, type ClientRequests, type ServerNotifications } from '#core/wire/messages'
import type { Connection } from 'vscode-languageserver/node'

/** Answers one of the client's own requests, typed by the table in core. */
export function onClientRequest<Method extends keyof ClientRequests>(
  connection: Connection,
  method: Method,
  answer: (params: ClientRequests[Method]['params']) => Promise<ClientRequests[Method]['result']>,
): void {
  const untyped: (params: ClientRequests[Method]['params']) => Promise<unknown> = answer
  connection.onRequest(method, untyped)
}

/** Hears one of the client's own notifications. */
export function onClientNotification<Method extends keyof ClientNotifications>(
  connection: Connection,
  method: Method,
  hear: (params: ClientNotifications[Method]) => void,
): void {
  connection.onNotification(method, hear)
}

/** Tells the client that the outlines of some specs changed, or that specs came or went. */
export function tellSpecsChanged(
  connection: Connection,
  params: ServerNotifications[typeof methods.specsChanged],
): void {
  connection.sendNotification(methods.specsChanged, params).catch(() => undefined)
}
