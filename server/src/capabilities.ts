import {
  CodeActionKind,
  TextDocumentSyncKind,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node'
import { fixAllKind, refactorKinds } from './features/codeActions'
import { legend } from './features/semanticTokens'

/** What the client can do, as far as the server cares. */
export interface ClientFeatures {
  readonly configuration: boolean
  readonly watchedFiles: boolean
  readonly lensRefresh: boolean
  /** The code of a diagnostic may be a link. */
  readonly codeLinks: boolean
  /** Actions that are disabled, with the reason, are shown as such. */
  readonly disabledActions: boolean
  /** The editor has its own Markdown symbols and folding; the server leaves them to it. */
  readonly builtInMarkdown: boolean
  /** The texts of the editor's language by their English ones; empty where it is English. */
  readonly texts: Readonly<Record<string, string>>
}

/** Reads the client's capabilities and `initializationOptions`: `builtInMarkdown`, `texts`; anything strange counts as "no". */
export function readClientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const options: unknown = initializationOptions
  const isTold = typeof options === 'object' && options !== null
  const workspace = capabilities?.workspace
  return {
    configuration: workspace?.configuration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    codeLinks: capabilities?.textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    disabledActions: capabilities?.textDocument?.codeAction?.disabledSupport === true,
    builtInMarkdown: isTold && 'builtInMarkdown' in options && options.builtInMarkdown === true,
    texts: isTold && 'texts' in options && isTexts(options.texts) ? options.texts : {},
  }
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')
}

/** What the server offers to such a client. */
export function serverCapabilities({ builtInMarkdown }: ClientFeatures): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeLensProvider: { resolveProvider: false },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, refactorKinds.rewrite, refactorKinds.move],
    },
    completionProvider: { triggerCharacters: ['[', '*', '/', '`'] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
    selectionRangeProvider: true,
    renameProvider: { prepareProvider: true },
    inlayHintProvider: true,
    semanticTokensProvider: { legend, full: true, range: true },
    workspaceSymbolProvider: true,
    ...(builtInMarkdown ? {} : { documentSymbolProvider: { label: 'Tasks' }, foldingRangeProvider: true }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  }
}
