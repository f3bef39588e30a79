import path from 'node:path'
import { PassThrough } from 'node:stream'
import { createConnection } from 'vscode-languageserver/node'
import {
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node'
import { methods } from '#core/wire/messages'
import { startServer } from '../../server/src/session'

/** Everything the server sent on its own, in order; a test takes items out by waiting for them. */
export interface Inbox<T> {
  readonly push: (item: T) => void
  /** The oldest item that fits and was not taken yet; waits until it comes. */
  readonly next: (fits?: (item: T) => boolean) => Promise<T>
  readonly waiting: () => readonly T[]
}

/** Makes an empty inbox. */
function createInbox<T>(): Inbox<T> {
  const items: T[] = []
  const waiters: { readonly fits: (item: T) => boolean; readonly give: (item: T) => void }[] = []
  return {
    push: (item) => {
      const at = waiters.findIndex(({ fits }) => fits(item))
      if (at < 0) items.push(item)
      else waiters.splice(at, 1)[0]?.give(item)
    },
    next: (fits = () => true) => {
      const at = items.findIndex(fits)
      const [item] = at < 0 ? [] : items.splice(at, 1)
      return item === undefined ? new Promise((give) => waiters.push({ fits, give })) : Promise.resolve(item)
    },
    waiting: () => items,
  }
}

/** A client of the server, as an editor would be one. */
export interface TestClient {
  readonly connection: ProtocolConnection
  readonly initialized: InitializeResult
  readonly diagnostics: Inbox<PublishDiagnosticsParams>
  readonly specsChanged: Inbox<{ readonly uris: readonly string[] }>
  readonly lensRefreshes: Inbox<true>
  readonly messages: Inbox<string>
  readonly registered: Inbox<unknown>
  readonly setSettings: (settings: unknown) => void
  readonly open: (uri: string, text: string) => Promise<void>
  /** Replaces the whole text. */
  readonly replace: (uri: string, version: number, text: string) => Promise<void>
  readonly dispose: () => void
}

/** What a test may change about the client. */
export interface ClientOptions {
  readonly folders?: readonly string[]
  readonly builtInMarkdown?: boolean
  /** The texts of the client's language by their English ones. */
  readonly texts?: Readonly<Record<string, string>>
  /** The client can show links at the codes of diagnostics. */
  readonly codeLinks?: boolean
  /** The client can show actions that are disabled. */
  readonly disabledActions?: boolean
  readonly settings?: unknown
  /** The client can do no more than it must; the first of its folders is its root. */
  readonly plain?: boolean
}

/** The page of rules that the diagnostics lead to. */
export const rulesFile = path.join(import.meta.dirname, '../../docs/rules.md')

/** Starts a server and a client over two streams in memory, and shakes hands. */
export async function startClient({
  folders = [],
  builtInMarkdown,
  texts,
  codeLinks = false,
  disabledActions = false,
  settings,
  plain = false,
}: ClientOptions = {}): Promise<TestClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  startServer(createConnection(toServer, toClient), rulesFile)
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
  return shakeHands(connection, {
    folders,
    settings,
    codeLinks,
    disabledActions,
    plain,
    ...(builtInMarkdown === undefined ? {} : { builtInMarkdown }),
    ...(texts === undefined ? {} : { texts }),
  })
}

/** Shakes hands with a server at the other end of a connection. */
export async function shakeHands(connection: ProtocolConnection, options: ClientOptions): Promise<TestClient> {
  const { folders = [], builtInMarkdown, texts, settings: first, plain } = options
  let settings = first
  const inboxes = {
    diagnostics: createInbox<PublishDiagnosticsParams>(),
    specsChanged: createInbox<{ readonly uris: readonly string[] }>(),
    lensRefreshes: createInbox<true>(),
    messages: createInbox<string>(),
    registered: createInbox<unknown>(),
  }
  connection.onNotification(PublishDiagnosticsNotification.type, inboxes.diagnostics.push)
  connection.onNotification(methods.specsChanged, inboxes.specsChanged.push)
  connection.onNotification(ShowMessageNotification.type, ({ message }) => inboxes.messages.push(message))
  connection.onRequest(CodeLensRefreshRequest.type, () => inboxes.lensRefreshes.push(true))
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings ?? null))
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => registrations.forEach(inboxes.registered.push))
  connection.listen()

  const params: InitializeParams = {
    processId: null,
    ...(plain === true
      ? { rootUri: folders[0] ?? null }
      : { rootUri: null, workspaceFolders: folders.map((uri) => ({ uri, name: uri })) }),
    initializationOptions:
      builtInMarkdown === undefined && texts === undefined ? undefined : { builtInMarkdown, texts },
    capabilities: plain === true ? {} : capabilities(options),
  }
  const initialized = await connection.sendRequest(InitializeRequest.type, params)
  await connection.sendNotification(InitializedNotification.type, {})
  return {
    connection,
    initialized,
    ...inboxes,
    setSettings: (next) => {
      settings = next
    },
    open: (uri, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
    replace: (uri, version, text) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    dispose: () => connection.dispose(),
  }
}

function capabilities({
  codeLinks,
  disabledActions,
}: Pick<ClientOptions, 'codeLinks' | 'disabledActions'>): InitializeParams['capabilities'] {
  return {
    textDocument: {
      ...(codeLinks === true ? { publishDiagnostics: { codeDescriptionSupport: true } } : {}),
      ...(disabledActions === true ? { codeAction: { disabledSupport: true } } : {}),
    },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      codeLens: { refreshSupport: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
    },
  }
}
