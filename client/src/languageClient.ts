import * as l10n from '@vscode/l10n'
import { window } from 'vscode'
import type { LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node'
import { CloseAction, ErrorAction, LanguageClient, State, TransportKind } from 'vscode-languageclient/node'
import { methods } from '#core/wire/messages'
import { speakDisplayLanguage, textsOfDisplayLanguage } from './platform/language'
import { createSignal } from './platform/signal'
import type { LanguageServer, LanguageServerOptions } from './specs/languageServer'

/** After this many deaths within `calmMs` the server stays down. */
const mostDeaths = 5
const calmMs = 3 * 60_000

/** Starts the language server and resolves when it answers. Rejects when it cannot be started. */
export async function startLanguageServer(options: LanguageServerOptions): Promise<LanguageServer> {
  speakDisplayLanguage()
  const specsChanged = createSignal<readonly string[]>()
  const restarted = createSignal<void>()
  const client = new LanguageClient(
    'parallelTasks',
    'Parallel Tasks Language Server',
    serverOptions(options),
    clientOptions(options),
  )
  client.onNotification(methods.specsChanged, ({ uris }: { readonly uris: readonly string[] }) =>
    specsChanged.fire(uris),
  )
  await client.start()
  let running = true
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running && !running) restarted.fire()
    running = newState === State.Running
  })
  return {
    onSpecsChanged: specsChanged.event,
    onRestarted: restarted.event,
    request: (method, params) => client.sendRequest(method, params),
    notify: (method, params) => client.sendNotification(method, params),
    dispose() {
      specsChanged.dispose()
      restarted.dispose()
      return client.stop()
    },
  }
}

function serverOptions({ module }: LanguageServerOptions): ServerOptions {
  return { module, transport: TransportKind.ipc }
}

function clientOptions({ patterns, log }: LanguageServerOptions): LanguageClientOptions {
  const deaths: number[] = []
  let told = false
  return {
    documentSelector: [
      ...[...patterns, '**/.progress*.md'].map((pattern) => ({ scheme: 'file', language: 'markdown', pattern })),
      { scheme: 'file', pattern: '**/.ralph-state.json' },
    ],
    initializationOptions: { builtInMarkdown: true, texts: textsOfDisplayLanguage() },
    synchronize: { configurationSection: 'parallelTasks' },
    outputChannelName: 'Parallel Tasks Language Server',
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed() {
        const now = Date.now()
        deaths.push(now)
        const recent = deaths.filter((at) => now - at < calmMs).length
        log.warn(`The language server has ended (${recent} times in the last minutes).`)
        if (recent >= mostDeaths) {
          void window.showErrorMessage(
            l10n.t('The Parallel Tasks language server keeps ending and stays off. Reload the window to try again.'),
          )
          return { action: CloseAction.DoNotRestart, handled: true }
        }
        if (!told)
          void window.showWarningMessage(l10n.t('The Parallel Tasks language server had ended and was started again.'))
        told = true
        return { action: CloseAction.Restart, handled: true }
      },
    },
  }
}
