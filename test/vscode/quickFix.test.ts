import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { readyExtension } from './extension'
import { makeSpec, problemsBecome, type MadeSpec } from './spec'
import { waitFor } from './waitFor'

const text = `# Tasks: Quick fixes

## Phase 1: Setup

- [ ] T001 [P] Write src/a.ts
- [ ] T002 [P] Write src/b.ts
- [ ] T003 [P] Write src/a.ts
- [ ] [P] T004 Write src/d.ts

## Phase 2: More

- [] T005 Write src/e.ts
- [ ] T006 [ P ] Write src/f.ts
- [ ] T006 Write src/g.ts (depends on T004)
`

/** The actions of a kind that the editor offers on a line; `undefined` while there are none. */
async function actionsOn(
  spec: MadeSpec,
  needle: string,
  kind: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  return waitFor(`${kind.value} at "${needle}"`, async () => {
    const place = spec.at(needle)
    const line = new vscode.Range(place.line, 0, place.line, 200)
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      spec.uri,
      line,
      kind.value,
    )
    const ours = found.filter((action) => action.edit !== undefined)
    return ours.length > 0 ? ours : undefined
  })
}

async function apply(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((candidate) => candidate.title === title)
  assert.ok(action?.edit, `There is no "${title}", but: ${actions.map((other) => other.title).join(', ')}`)
  assert.equal(await vscode.workspace.applyEdit(action.edit), true)
}

describe('Quick fixes in the editor', () => {
  const all = [
    '7 file-overlap',
    '8 misplaced-marker',
    '12 malformed-checkbox',
    '13 malformed-marker',
    '14 duplicate-id',
  ]
  let spec: MadeSpec
  before(async () => {
    await readyExtension()
    spec = await makeSpec('quick-fixes', { 'tasks.md': text })
  })
  beforeEach(async () => {
    await spec.reset()
    await problemsBecome(spec.uri, all)
  })
  after(() => spec.remove())

  it('split a group before the task that names the same file, and the overlap is gone', async () => {
    await apply(await actionsOn(spec, 'T003', vscode.CodeActionKind.QuickFix), 'Split the group before T003')
    assert.equal(spec.text(), text.replace('- [ ] T003', '\n### After T002\n\n- [ ] T003'))
    await problemsBecome(spec.uri, ['11 misplaced-marker', ...all.slice(2).map(threeLinesDown)])
  })

  it('move a marker behind the id, as the one that Auto Fix takes', async () => {
    const actions = await actionsOn(spec, '[P] T004', vscode.CodeActionKind.QuickFix)
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred]),
      [['Move [P] behind T004', true]],
    )
    await apply(actions, 'Move [P] behind T004')
    await problemsBecome(
      spec.uri,
      all.filter((problem) => !problem.includes('misplaced')),
    )
  })

  it('renumber a task whose id another one has', async () => {
    await apply(
      await actionsOn(spec, 'T006 Write src/g.ts', vscode.CodeActionKind.QuickFix),
      'Renumber this task to T007',
    )
    assert.equal(spec.text(), text.replace('T006 Write src/g.ts', 'T007 Write src/g.ts'))
    await problemsBecome(spec.uri, all.slice(0, -1))
  })

  it('fix all markers and checkboxes at once, and leave what a person must decide', async () => {
    await apply(await actionsOn(spec, 'T003', vscode.CodeActionKind.SourceFixAll), 'Fix all markers and checkboxes')
    assert.equal(
      spec.text(),
      text.replace('[P] T004', 'T004 [P]').replace('- [] T005', '- [ ] T005').replace('[ P ]', '[P]'),
    )
    await problemsBecome(spec.uri, ['7 file-overlap', '13 lone-parallel', '14 duplicate-id'])
  })

  it('number all tasks through as a refactoring, dependencies included', async () => {
    await apply(await actionsOn(spec, 'T005', vscode.CodeActionKind.RefactorRewrite), 'Renumber all tasks')
    assert.ok(spec.text().includes('- [ ] T006 Write src/g.ts (depends on T004)'), spec.text())
  })
})

function threeLinesDown(problem: string): string {
  return problem.replace(/^\d+/, (line) => String(Number(line) + 3))
}
