import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { readyExtension } from './extension'
import { makeSpec, type MadeSpec } from './spec'
import { waitFor } from './waitFor'

const text = `# Tasks: Rename

- [ ] T001 Make the store
- [ ] T002 Read from the store (depends on T001)
- [ ] T003 Join all (depends on T001-T002, not T010)
- [ ] T010 Say that T0011 is no T001 of this file
`

describe('Renaming a task in the editor', () => {
  let spec: MadeSpec
  before(async () => {
    await readyExtension()
    spec = await makeSpec('rename', { 'tasks.md': text })
  })
  beforeEach(() => spec.reset())
  after(() => spec.remove())

  const rename = async (at: vscode.Position, newName: string) =>
    vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', spec.uri, at, newName)

  it('changes the id and every dependency on it, ends of ranges included', async () => {
    const edit = await waitFor('the rename', () => rename(spec.at('T001'), 'T005'))
    assert.equal(await vscode.workspace.applyEdit(edit), true)
    assert.equal(
      spec.text(),
      text
        .replace('- [ ] T001', '- [ ] T005')
        .replace('(depends on T001)', '(depends on T005)')
        .replace('T001-T002', 'T005-T002'),
    )
  })

  it('starts from a dependency as well', async () => {
    const edit = await waitFor('the rename', () => rename(spec.at('depends on T001', 12), 'T005'))
    assert.equal(await vscode.workspace.applyEdit(edit), true)
    assert.ok(spec.text().includes('- [ ] T005 Make the store'))
  })

  it('refuses an id that another task has, in words', async () => {
    await assert.rejects(rename(spec.at('T001'), 'T002'), /There is a task T002 already\./)
    assert.equal(spec.text(), text)
  })

  it('shows the id alone as what is renamed', async () => {
    const prepared = await waitFor('what is renamed', async () =>
      vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
        'vscode.prepareRename',
        spec.uri,
        spec.at('T010 Say'),
      ),
    )
    assert.equal(prepared.placeholder, 'T010')
  })
})
