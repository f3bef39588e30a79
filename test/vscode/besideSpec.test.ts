import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { readyExtension } from './extension'
import { makeSpec, problemsBecome, type MadeSpec } from './spec'
import { waitFor } from './waitFor'

const tasks = '# Tasks: Beside\n\n- [x] 1.1 Make the store\n- [ ] 1.2 Read from it\n'
const state = '{\n  "phase": "execution",\n  "taskIndex": 1,\n  "totalTasks": 7\n}\n'
const progress = '# Progress\n\n## Completed Tasks\n\n- [x] 1.1 Make the store - see [the tasks](tasks.md)\n'

describe('Files beside a spec in the editor', () => {
  let spec: MadeSpec
  before(async () => {
    await readyExtension()
    spec = await makeSpec('beside', { 'tasks.md': tasks, '.ralph-state.json': state, '.progress.md': progress })
  })
  after(() => spec.remove())

  it('say in the state file which task the taskIndex means', async () => {
    const uri = spec.sibling('.ralph-state.json')
    await vscode.window.showTextDocument(uri)
    const text = await waitFor('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(2, 4),
      )
      const texts = hovers.flatMap(({ contents }) =>
        contents.map((part) => (typeof part === 'string' ? part : part.value)),
      )
      return texts.find((part) => part.startsWith('Next:'))
    })
    assert.match(text, /\*\*1\.2 Read from it\*\* · open · \[tasks\.md, line 4\]/)
    assert.match(text, /tasks\.md agrees\./)
  })

  it('show and repair a number in the state file that tasks.md gives the lie', async () => {
    const uri = spec.sibling('.ralph-state.json')
    await problemsBecome(uri, ['4 state-mismatch'])
    const action = await waitFor('the fix', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        new vscode.Range(3, 0, 3, 20),
        vscode.CodeActionKind.QuickFix.value,
      )
      return found.find(({ title }) => title === 'Set totalTasks to 2 in .ralph-state.json')
    })
    assert.ok(action.edit)
    await vscode.workspace.applyEdit(action.edit)
    const document = await vscode.workspace.openTextDocument(uri)
    assert.equal(document.getText(), state.replace('7', '2'))
    await document.save()
    await problemsBecome(uri, [])
  })

  it('link a task in the progress notes to its line, beside the links that VS Code knows', async () => {
    const uri = spec.sibling('.progress.md')
    const document = await vscode.workspace.openTextDocument(uri)
    const links = await waitFor('the links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri)
      return found.length > 1 ? found : undefined
    })
    assert.deepEqual(links.map(({ range }) => document.getText(range)).sort(), ['1.1', 'tasks.md'])
    const link = links.find(({ range }) => document.getText(range) === '1.1')
    assert.equal(link?.target?.with({ fragment: '' }).toString(), spec.uri.toString())
    assert.equal(link?.target?.fragment, 'L3')
  })
})
