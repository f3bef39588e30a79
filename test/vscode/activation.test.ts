import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { extensionId, inWorkspace, readyExtension } from './extension'

describe('Activation', () => {
  it('happens by itself in a workspace that holds a tasks.md', async () => {
    const extension = vscode.extensions.getExtension(extensionId)
    await readyExtension()
    assert.equal(extension?.isActive, true)
  })

  it('finds the specs of the workspace', async () => {
    const api = await readyExtension()
    const found = api.specs().map((spec) => ({ uri: spec.uri, total: spec.total, done: spec.done }))
    assert.deepEqual(found, [
      { uri: inWorkspace('specs', 'import-pipeline', 'tasks.md').toString(), total: 24, done: 1 },
      { uri: inWorkspace('specs', 'newsletter', 'tasks.md').toString(), total: 6, done: 1 },
    ])
  })

  it('registers every command that the manifest promises', async () => {
    await readyExtension()
    const manifest: { contributes: { commands: { command: string }[] } } | undefined =
      vscode.extensions.getExtension(extensionId)?.packageJSON
    const promised = manifest?.contributes.commands.map(({ command }) => command) ?? []
    const registered = new Set(await vscode.commands.getCommands(true))
    assert.ok(promised.length > 0)
    assert.deepEqual(
      promised.filter((command) => !registered.has(command)),
      [],
    )
  })
})
