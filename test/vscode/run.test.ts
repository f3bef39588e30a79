import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import * as vscode from 'vscode'
import type { ExtensionApi } from '../../client/src/api'
import { inWorkspace, readyExtension } from './extension'
import { open, started } from './gates'
import { waitFor } from './waitFor'

const tasks = () => inWorkspace('specs', 'newsletter', 'tasks.md')
const read = async (name: string) => readFile(inWorkspace('specs', 'newsletter', name).fsPath, 'utf8')
const commits = () =>
  execFileSync('git', ['log', '--reverse', '--format=%s'], { cwd: inWorkspace().fsPath, encoding: 'utf8' })
    .trim()
    .split('\n')
const ours = () =>
  vscode.window.terminals
    .map((terminal) => terminal.name)
    .filter((name) => /1\.[234] Write/.test(name))
    .sort()

/** The newest run of the spec as the extension sees it. */
function runOf(api: ExtensionApi) {
  return api.runs().find((run) => run.state.file === tasks().fsPath)
}

describe('A run of a group of three through the command', () => {
  let api: ExtensionApi
  let unsaved: vscode.TextDocument

  before(async () => {
    api = await readyExtension()
    unsaved = await vscode.workspace.openTextDocument(tasks())
    await vscode.window.showTextDocument(unsaved)
  })

  it('starts the three tasks side by side, each with its terminal', async () => {
    await vscode.commands.executeCommand('parallelTasks.runGroup', tasks().toString(), 1)
    await started('header', 'articles', 'footer')
    await waitFor('three running tasks', () => {
      const states = [...(runOf(api)?.state.tasks.values() ?? [])].map((task) => task.status)
      return states.length === 3 && states.every((state) => state === 'running') ? true : undefined
    })
    const names = await waitFor('three terminals', () =>
      ours().length === 3 && ours().every((name) => name.startsWith('●')) ? ours() : undefined,
    )
    assert.deepEqual(names, ['● 1.2 Write the header', '● 1.3 Write the article list', '● 1.4 Write the footer'])
  })

  it('ticks through the editor when the file is open and dirty, and keeps the unsaved text', async () => {
    const edit = new vscode.WorkspaceEdit()
    edit.insert(tasks(), unsaved.lineAt(unsaved.lineCount - 1).range.end, '\nA note that nobody saved yet.\n')
    await vscode.workspace.applyEdit(edit)
    assert.equal(unsaved.isDirty, true)
    const before = unsaved.getText()

    await open('header', 'articles', 'footer')
    await waitFor('the end of the run', () => (runOf(api)?.life === 'ended' ? true : undefined), 60_000)

    assert.equal(runOf(api)?.state.outcome, 'success')
    assert.equal(
      unsaved.getText(),
      before
        .replaceAll('- [ ] 1.2', '- [x] 1.2')
        .replaceAll('- [ ] 1.3', '- [x] 1.3')
        .replaceAll('- [ ] 1.4', '- [x] 1.4'),
    )
    assert.equal(unsaved.isDirty, true)
    assert.equal(await unsaved.save(), true)
    assert.equal(await read('tasks.md'), unsaved.getText())
  })

  it('leaves merged progress, one commit per task in order, and a state that moved on', async () => {
    const progress = await read('.progress.md')
    const order = ['header', 'articles', 'footer'].map((name) =>
      progress.indexOf(`The ${name} needs no script of its own`),
    )
    assert.ok(
      order.every((place, index) => place > (order[index - 1] ?? 0)),
      progress,
    )
    assert.equal(existsSync(inWorkspace('specs', 'newsletter', '.progress-task-1.md').fsPath), false)

    assert.deepEqual(commits(), [
      'chore: start',
      'feat(page): write the header',
      'feat(page): write the article list',
      'feat(page): write the footer',
    ])
    assert.equal(JSON.parse(await read('.ralph-state.json')).taskIndex, 4)
    assert.equal(existsSync(inWorkspace('specs', 'newsletter', '.parallel-tasks', 'lock').fsPath), false)
  })

  it('shows the end in the names of the terminals', async () => {
    const names = await waitFor('three ticked names', () =>
      ours().every((name) => name.startsWith('✓')) ? ours() : undefined,
    )
    assert.deepEqual(names, ['✓ 1.2 Write the header', '✓ 1.3 Write the article list', '✓ 1.4 Write the footer'])
  })
})
