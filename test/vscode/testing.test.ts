import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import * as vscode from 'vscode'
import { inWorkspace, readyExtension } from './extension'
import { type TemporarySpec, temporarySpec } from './temporarySpec'
import { waitFor } from './waitFor'

const text = `# Tasks

- [x] 1.1 Pass
  - **Verify**: \`echo this one is well\`
- [ ] 1.2 Fail
  - **Verify**: \`exit 4\`
- [ ] 1.3 In words only
  - **Verify**: The page looks good
- [ ] 1.4 Hang
  - **Verify**: \`sleep 600 & echo $! > hanging; wait\`
`

/** What a test run was told, in order. */
interface Told {
  readonly results: string[]
  output: string
  readonly messages: vscode.TestMessage[]
  readonly ended: Promise<void>
}

/** Listens to the next test run that the extension begins. */
function nextRun(controller: vscode.TestController): Told {
  const make = controller.createTestRun.bind(controller)
  let end = (): void => undefined
  const told: Told = { results: [], output: '', messages: [], ended: new Promise((resolve) => (end = resolve)) }
  controller.createTestRun = (...args) => {
    controller.createTestRun = make
    const run = make(...args)
    return {
      name: run.name,
      token: run.token,
      isPersisted: run.isPersisted,
      onDidDispose: run.onDidDispose,
      addCoverage: (coverage) => run.addCoverage(coverage),
      enqueued: (item) => run.enqueued(item),
      started: (item) => {
        told.results.push(`started ${item.label}`)
        run.started(item)
      },
      skipped: (item) => {
        told.results.push(`skipped ${item.label}`)
        run.skipped(item)
      },
      errored: (item, message, duration) => {
        told.results.push(`errored ${item.label}`)
        run.errored(item, message, duration)
      },
      failed: (item, message, duration) => {
        told.results.push(`failed ${item.label}`)
        if (message instanceof vscode.TestMessage) told.messages.push(message)
        run.failed(item, message, duration)
      },
      passed: (item, duration) => {
        told.results.push(`passed ${item.label}`)
        run.passed(item, duration)
      },
      appendOutput: (output, location, item) => {
        told.output += output
        run.appendOutput(output, location, item)
      },
      end: () => {
        run.end()
        end()
      },
    }
  }
  return told
}

describe('The Test Explorer', () => {
  let spec: TemporarySpec
  let controller: vscode.TestController
  const children = (): readonly vscode.TestItem[] =>
    [...(controller.items.get(spec.uri.toString())?.children ?? [])].map(([, item]) => item)
  const lineOf = (task: string): number => text.split('\n').findIndex((line) => line.includes(task))

  before(async () => {
    spec = await temporarySpec('judged', text)
    controller = await waitFor('the controller', async () => (await readyExtension()).testController())
    await vscode.window.showTextDocument(spec.uri)
    await waitFor('the tests of the document', () => (children().length > 0 ? true : undefined))
  })
  after(async () => {
    await rm(inWorkspace('hanging').fsPath, { force: true })
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await spec.remove()
  })

  it('has one test for each task with a Verify command, on its line', () => {
    assert.deepEqual(
      children().map(({ label, range, description }) => [label, range?.start.line, description]),
      [
        ['1.1 Pass', lineOf('1.1'), 'echo this one is well'],
        ['1.2 Fail', lineOf('1.2'), 'exit 4'],
        ['1.4 Hang', lineOf('1.4'), 'sleep 600 & echo $! > hanging; wait'],
      ],
    )
  })

  it('passes or fails the task at the cursor, and ticks nothing', async () => {
    const editor = await vscode.window.showTextDocument(spec.uri)
    for (const [task, result] of [
      ['1.1 Pass', 'passed'],
      ['1.2 Fail', 'failed'],
    ] as const) {
      const told = nextRun(controller)
      editor.selection = new vscode.Selection(lineOf(task), 0, lineOf(task), 0)
      await vscode.commands.executeCommand('testing.runAtCursor')
      await told.ended
      assert.deepEqual(told.results, [`started ${task}`, `${result} ${task}`])
      if (result === 'passed') assert.match(told.output, /this one is well\r\n/)
      else
        assert.deepEqual(
          told.messages.map(({ message, location }) => [message, location?.range.start.line]),
          [['Verify `exit 4` exited with 4.', lineOf(task)]],
        )
    }
    assert.equal(await spec.text(), text)
    assert.equal(existsSync(vscode.Uri.joinPath(spec.uri, '..', '.parallel-tasks').fsPath), false)
  })

  it('ends the whole process tree when it is cancelled', async () => {
    const told = nextRun(controller)
    const hanging = inWorkspace('hanging').fsPath
    const editor = await vscode.window.showTextDocument(spec.uri)
    editor.selection = new vscode.Selection(lineOf('1.4'), 0, lineOf('1.4'), 0)
    const run = vscode.commands.executeCommand('testing.runAtCursor')
    const pid = await waitFor('the command to hang', async () => Number(await readFile(hanging, 'utf8')) || undefined)
    await vscode.commands.executeCommand('testing.cancelRun')
    await told.ended
    await run
    assert.deepEqual(told.results, ['started 1.4 Hang', 'skipped 1.4 Hang'])
    await waitFor('the process to be gone', () => isGone(pid) || undefined)
  })
})

/** A process that nobody has waited for yet counts as gone. */
function isGone(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}
