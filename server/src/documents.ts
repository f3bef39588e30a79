import type {
  Connection,
  DidChangeTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { pathOf, type Specs } from './specs'
import type { TextChange } from './specSource'

/** What becomes of the editor's open documents. */
export interface DocumentsDeps {
  readonly specs: Specs
  readonly isSpec: (uri: string) => boolean
  /** Called when the editor has opened a spec. */
  readonly opened: () => void
  readonly report: (error: unknown) => void
}

/** The open documents that are no specs. */
export interface OtherDocuments {
  /** Looks at them again, for when the settings say anew which files are specs. */
  readonly lookAgain: () => void
  /** Their text; undefined for a document that is not open, and for a spec. */
  readonly textOf: (uri: string) => string | undefined
}

/** Hands the editor's open documents to the store, as far as they are specs; keeps the text of the others. */
export function followDocuments(
  connection: Connection,
  { specs, isSpec, opened, report }: DocumentsDeps,
): OtherDocuments {
  const others = new Map<string, TextDocument>()

  const open = (uri: string, text: string, version: number): void => {
    const twin = specs.uriOf(pathOf(uri))
    if (twin !== undefined && twin !== uri) specs.remove(twin)
    specs.opened(uri, text, version)
    specs.surroundingsChanged(uri).catch(report)
    opened()
  }
  const change = ({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void => {
    if (typeof version !== 'number') throw new Error(`A change of ${uri} has no version and is left out.`)
    const other = others.get(uri)
    if (other !== undefined) TextDocument.update(other, contentChanges, version)
    else specs.edited(uri, contentChanges.map(toChange), version)
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (isSpec(uri)) open(uri, text, version)
    else others.set(uri, TextDocument.create(uri, languageId, version, text))
  })
  connection.onDidChangeTextDocument(change)
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    others.delete(uri)
    specs.closed(uri).catch(report)
  })
  const lookAgain = (): void => {
    for (const document of [...others.values()].filter(({ uri }) => isSpec(uri))) {
      others.delete(document.uri)
      open(document.uri, document.getText(), document.version)
    }
  }
  return { lookAgain, textOf: (uri) => others.get(uri)?.getText() }
}

function toChange(change: TextDocumentContentChangeEvent): TextChange {
  return 'range' in change ? { range: change.range, newText: change.text } : change.text
}
