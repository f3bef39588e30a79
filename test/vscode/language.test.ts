import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { inWorkspace, readyExtension } from './extension'
import { waitFor } from './waitFor'

/** Has the shape of the document that this project began with: 24 tasks, one parallel group, `[P]` in a title's prose. */
const seed = () => inWorkspace('specs', 'import-pipeline', 'tasks.md')

async function lensesOf(uri: vscode.Uri): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 1000)
  return lenses.map((lens) => `${lens.range.start.line + 1}: ${lens.command?.title}`)
}

async function problemsOf(uri: vscode.Uri): Promise<readonly string[]> {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === 'parallel-tasks')
    .map((diagnostic) => `${diagnostic.range.start.line + 1}: ${codeOf(diagnostic)}`)
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

describe('Language features on the seed document', () => {
  before(async () => {
    await readyExtension()
    await vscode.window.showTextDocument(seed())
  })

  it('offers one lens to run the parallel group, above its first task', async () => {
    const lenses = await waitFor('the lenses', async () => {
      const found = await lensesOf(seed())
      return found.some((lens) => lens.includes('Run parallel group')) ? found : undefined
    })
    const line =
      (await vscode.workspace.openTextDocument(seed()))
        .getText()
        .split('\n')
        .findIndex((text) => text.includes('1.2 [P]')) + 1
    assert.deepEqual(
      lenses.filter((lens) => lens.includes('Run parallel group')),
      [`${line}: ▶ Run parallel group (2)`],
    )
    assert.ok(lenses.includes('1: Run all remaining (23)'), lenses.join('\n'))
  })

  it('says that [P] in the prose of titles marks nothing', async () => {
    const problems = await waitFor('the problems', async () => {
      const found = await problemsOf(seed())
      return found.length > 0 ? found : undefined
    })
    const lines = (await vscode.workspace.openTextDocument(seed())).getText().split('\n')
    const mentions = lines.flatMap((text, index) =>
      /^- \[ \] (1\.3|2\.2) /.test(text) ? [`${index + 1}: mention-marker`] : [],
    )
    assert.deepEqual(
      problems.filter((problem) => problem.endsWith('mention-marker')),
      mentions,
    )
    assert.deepEqual(
      problems.filter((problem) => /file-overlap|duplicate-id|malformed/.test(problem)),
      [],
    )
  })

  it('tells about a task in its hover', async () => {
    const line = (await vscode.workspace.openTextDocument(seed()))
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('1.4 Find'))
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      seed(),
      new vscode.Position(line, 8),
    )
    const text = hovers
      .flatMap((hover) => hover.contents.map((part) => (typeof part === 'string' ? part : part.value)))
      .join('\n')
    assert.match(text, /1\.4/)
    assert.match(text, /src\/planner\.md/)
  })

  it('reports a new overlap while it is typed, and takes it back', async () => {
    const document = await vscode.workspace.openTextDocument(seed())
    const place = document.getText().indexOf('src/reader.md')
    const range = new vscode.Range(document.positionAt(place), document.positionAt(place + 'src/reader.md'.length))
    const edit = new vscode.WorkspaceEdit()
    edit.replace(seed(), range, 'src/planner.md')
    await vscode.workspace.applyEdit(edit)
    await waitFor(
      'file-overlap',
      async () => (await problemsOf(seed())).some((problem) => problem.endsWith('file-overlap')) || undefined,
    )
    await vscode.commands.executeCommand('undo')
    await waitFor(
      'no file-overlap',
      async () => !(await problemsOf(seed())).some((problem) => problem.endsWith('file-overlap')) || undefined,
    )
  })
})
