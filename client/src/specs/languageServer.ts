import type { ClientNotifications, ClientRequests, RequestMethod } from '#core/wire/messages'
import type { Disposable } from '../platform/disposables'
import type { Log } from '../platform/log'
import type { Listen } from '../platform/signal'

/** The language server as the rest of the client sees it: its own messages, typed by the wire table. */
export interface LanguageServer extends Disposable {
  request<M extends RequestMethod>(method: M, params: ClientRequests[M]['params']): Promise<ClientRequests[M]['result']>
  notify<M extends keyof ClientNotifications>(method: M, params: ClientNotifications[M]): Promise<void>
  /** URIs of specs that changed, came or went. */
  readonly onSpecsChanged: Listen<readonly string[]>
  /** The server was started again after it had died; it has forgotten everything it was told. */
  readonly onRestarted: Listen<void>
}

/** How the language server is started. */
export interface LanguageServerOptions {
  /** Absolute path of the bundled server. */
  readonly module: string
  /** Glob patterns of the documents it is for. */
  readonly patterns: readonly string[]
  readonly log: Log
}

/** What the bundle `languageClient.js` offers. */
export interface LanguageClientModule {
  /** Starts the server and resolves when it answers. Rejects when it cannot be started. */
  readonly startLanguageServer: (options: LanguageServerOptions) => Promise<LanguageServer>
}
