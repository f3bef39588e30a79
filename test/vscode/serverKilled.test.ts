import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import * as vscode from 'vscode'
import { readyExtension } from './extension'
import { makeSpec, problemsBecome, type MadeSpec } from './spec'
import { waitFor } from './waitFor'

const text = '- [ ] T001 [P] Write src/a.ts\n- [ ] T002 [P] Write src/a.ts\n'

/** Process ids of this host's language servers of ours. */
function serverPids(): readonly number[] {
  const rows = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n')
  return rows.flatMap((row) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? []
    const isOurs = Number(parent) === process.pid && /[\\/]dist[\\/]server\.js/.test(command)
    return isOurs ? [Number(pid)] : []
  })
}

describe('A language server that is killed', function () {
  let spec: MadeSpec
  const notices: string[] = []
  const original = vscode.window.showWarningMessage
  before(async function () {
    if (process.platform === 'win32') this.skip()
    await readyExtension()
    spec = await makeSpec('server-killed', { 'tasks.md': text })
    await problemsBecome(spec.uri, ['2 file-overlap'])
    const listen = (message: string): Promise<undefined> => {
      notices.push(message)
      return Promise.resolve(undefined)
    }
    assert.equal(Reflect.set(vscode.window, 'showWarningMessage', listen), true)
  })
  after(async () => {
    Reflect.set(vscode.window, 'showWarningMessage', original)
    await spec?.remove()
  })

  for (const time of ['once', 'twice'])
    it(`is started again by itself, ${time}, and knows the text that nobody saved`, async () => {
      const [pid, ...more] = await waitFor('the server', () => (serverPids().length > 0 ? serverPids() : undefined))
      assert.deepEqual(more, [])
      assert.ok(pid)
      process.kill(pid, 'SIGKILL')
      const next = await waitFor('another server', () => serverPids().find((other) => other !== pid))
      assert.notEqual(next, pid)

      const edit = new vscode.WorkspaceEdit()
      edit.insert(spec.uri, new vscode.Position(0, 0), '\n')
      await vscode.workspace.applyEdit(edit)
      const lines = time === 'once' ? 3 : 4
      await problemsBecome(spec.uri, [`${lines} file-overlap`])
      const api = await readyExtension()
      await waitFor('the spec', () => api.specs().some(({ uri }) => uri === spec.uri.toString()) || undefined)
    })

  it('is told of once', () => {
    assert.deepEqual(
      notices.filter((message) => message.includes('language server')),
      ['The Parallel Tasks language server had ended and was started again.'],
    )
  })
})
