import { realpath } from 'node:fs/promises'
import type { TextDocument } from 'vscode'
import { Range, Uri, WorkspaceEdit, workspace } from 'vscode'
import type { EditorRequest } from '#core/wire/control'
import type { EditAnswer } from './control'

/**
 * Makes an edit that the runner asks for in a document that the editor holds open: unsaved text is kept,
 * a document without any is saved again. `not-open` when it is not open, `failed` with the text that is there
 * when it is not the expected one.
 */
export async function editOpenDocument(request: EditorRequest): Promise<EditAnswer> {
  const document = await openDocument(request.file)
  if (document === undefined) return { result: 'not-open' }
  const ranges = request.edits.map(
    ({ range }) => new Range(range.start.line, range.start.character, range.end.line, range.end.character),
  )
  if (ranges.some((range, at) => document.getText(range) !== request.expected[at])) return failed(document)
  const wasDirty = document.isDirty
  const edit = new WorkspaceEdit()
  request.edits.forEach(({ newText }, at) => {
    const range = ranges[at]
    if (range !== undefined) edit.replace(document.uri, range, newText)
  })
  if (!(await workspace.applyEdit(edit))) return failed(document)
  if (!wasDirty && !(await document.save())) return failed(document)
  return { result: 'applied' }
}

function failed(document: TextDocument): EditAnswer {
  return { result: 'failed', text: document.getText() }
}

/** The open document of a file, also when it is known by another path to the same place. */
async function openDocument(file: string): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.filter((document) => !document.isClosed && document.uri.scheme === 'file')
  const direct = open.find((document) => document.uri.fsPath === Uri.file(file).fsPath)
  if (direct !== undefined) return direct
  const target = await realPath(file)
  for (const document of open) if ((await realPath(document.uri.fsPath)) === target) return document
  return undefined
}

function realPath(file: string): Promise<string> {
  return realpath(file).catch(() => file)
}
