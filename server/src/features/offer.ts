import type { Settings } from '#core/settings/settings'
import type { RunSummary } from '#core/wire/messages'
import type { Connection } from 'vscode-languageserver/node'
import type { ClientFeatures } from '../capabilities'
import type { RuleLink } from '../rulePage'
import type { Specs } from '../specs'
import { hoverBeside, linksBeside, neighbourOf } from './beside'
import { checked } from './checked'
import { codeActions, stateActions } from './codeActions'
import { completion } from './completion'
import type { FeatureContext } from './context'
import { definition } from './definition'
import { foldingRanges } from './folding'
import { hover } from './hover'
import { inlays } from './inlayHints'
import { codeLenses } from './lenses'
import { documentLinks } from './links'
import { highlights, references, selections } from './navigation'
import { prepareRename, rename } from './rename'
import { tokens } from './semanticTokens'
import { symbols } from './symbols'
import { workspaceSymbols } from './workspaceSymbols'

/** What the features are answered from. */
export interface FeatureSources {
  readonly specs: Specs
  readonly runOf: (uri: string) => RunSummary | null
  /** The text of an open document that is no spec. */
  readonly textOf: (uri: string) => string | undefined
  readonly settings: () => Settings
  readonly linkOf: RuleLink
  /** What the client can do; undefined before it said so. */
  readonly client: () => ClientFeatures | undefined
}

/**
 * Answers the editor's requests about a document. One that is no spec, nor stands beside one, gets empty answers, never
 * an error.
 */
export function offerFeatures(connection: Connection, sources: FeatureSources): void {
  const { specs, runOf, settings, linkOf, client } = sources
  const about = <T>({ uri }: { readonly uri: string }, nothing: T, answer: (context: FeatureContext) => T): T => {
    const spec = specs.get(uri)
    return spec === undefined ? nothing : answer({ spec, run: runOf(uri) })
  }
  connection.onCodeLens(checked(['textDocument'], ({ textDocument }) => about(textDocument, [], codeLenses)))
  connection.onHover(
    checked(['textDocument', 'position'], ({ textDocument, position }) => {
      const neighbour = neighbourOf(sources, textDocument)
      if (neighbour === undefined) return about(textDocument, null, (context) => hover(context, position))
      return hoverBeside(neighbour, runOf(neighbour.spec.uri), position)
    }),
  )
  connection.onCodeAction(
    checked(['textDocument', 'range', 'context'], (params) => {
      const neighbour = neighbourOf(sources, params.textDocument)
      if (neighbour?.kind === 'state') return stateActions(neighbour, params)
      return about(params.textDocument, [], (context) =>
        codeActions(context, params, {
          breakAt: settings().groups.breakAt,
          linkOf,
          disabled: client()?.disabledActions === true,
        }),
      )
    }),
  )
  connection.onCompletion(
    checked(['textDocument', 'position'], ({ textDocument, position }) =>
      about(textDocument, Promise.resolve([]), (context) => completion(context, position)),
    ),
  )
  connection.onDefinition(
    checked(['textDocument', 'position'], ({ textDocument, position }) =>
      about(textDocument, Promise.resolve([]), (context) => definition(context, position)),
    ),
  )
  connection.onReferences(
    checked(['textDocument', 'position', 'context'], ({ textDocument, position, context: { includeDeclaration } }) =>
      about(textDocument, [], (context) => references(context, position, includeDeclaration)),
    ),
  )
  connection.onDocumentHighlight(
    checked(['textDocument', 'position'], ({ textDocument, position }) =>
      about(textDocument, [], (context) => highlights(context, position)),
    ),
  )
  connection.onDocumentLinks(
    checked(['textDocument'], ({ textDocument }) => {
      const neighbour = neighbourOf(sources, textDocument)
      return neighbour === undefined ? about(textDocument, Promise.resolve([]), documentLinks) : linksBeside(neighbour)
    }),
  )
  connection.onDocumentSymbol(checked(['textDocument'], ({ textDocument }) => about(textDocument, [], symbols)))
  connection.onFoldingRanges(checked(['textDocument'], ({ textDocument }) => about(textDocument, [], foldingRanges)))
  connection.onSelectionRanges(
    checked(['textDocument', 'positions'], ({ textDocument, positions }) =>
      about(textDocument, [], (context) => selections(context, positions)),
    ),
  )
  connection.onPrepareRename(
    checked(['textDocument', 'position'], ({ textDocument, position }) =>
      about(textDocument, null, (context) => prepareRename(context, position)),
    ),
  )
  connection.onRenameRequest(
    checked(['textDocument', 'position', 'newName'], ({ textDocument, position, newName }) =>
      about<ReturnType<typeof rename> | null>(textDocument, null, (context) => rename(context, position, newName)),
    ),
  )
  connection.languages.inlayHint.on(
    checked(['textDocument', 'range'], ({ textDocument, range }) =>
      about(textDocument, [], (context) => inlays(context, range)),
    ),
  )
  connection.languages.semanticTokens.on(
    checked(['textDocument'], ({ textDocument }) => about(textDocument, { data: [] }, (context) => tokens(context))),
  )
  connection.languages.semanticTokens.onRange(
    checked(['textDocument', 'range'], ({ textDocument, range }) =>
      about(textDocument, { data: [] }, (context) => tokens(context, range)),
    ),
  )
  connection.onWorkspaceSymbol(checked(['query'], ({ query }) => workspaceSymbols(specs, query)))
}
