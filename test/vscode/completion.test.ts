import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { readyExtension } from './extension'
import { makeSpec, type MadeSpec } from './spec'
import { waitFor } from './waitFor'

const text = `# Tasks: Completion

## Phase 1: Setup

- [ ] 1.1 Make the store
  - **Do**: Make it
  - **Files**: \`src/outline.txt\`
  - **Done when**: It is there
  - **Verify**: \`test -f src/store.ts\`
  - **Commit**: \`feat: store\`
  - _Requirements: FR-001_

- [ ] 1.2 [] Read from it (depends on 1.1)
  - **Do**: Read
  - **Files**: specs/comp
  - **Done when**: It is read
  - 
  - _Requirements: FR-00_
`

const requirements = `# Requirements

- **FR-001**: The store keeps what it is given
- **FR-002**: The store gives back what it keeps
`

describe('Completion in the editor', () => {
  let spec: MadeSpec
  before(async () => {
    await readyExtension()
    spec = await makeSpec('completion', { 'tasks.md': text, 'requirements.md': requirements })
  })
  after(() => spec.remove())

  /** Labels offered behind a needle, as soon as the wanted ones are among them. */
  const offered = (behind: string, ...wanted: readonly string[]): Promise<readonly string[]> => {
    let last: readonly string[] = []
    return waitFor(`${wanted.join(', ')} behind "${behind}"`, async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        spec.uri,
        spec.at(behind, behind.length),
      )
      last = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
      return wanted.every((label) => last.includes(label)) ? last : undefined
    }).catch((error: unknown) => {
      throw new Error(`${String(error)} Offered were: ${last.join(', ')}`)
    })
  }

  it('offers the markers behind the id', async () => {
    await offered('1.2 [', '[P]', '[VERIFY]', '[SEQUENTIAL]')
  })

  it('offers the fields that the task does not have yet, and no others', async () => {
    const labels = await offered('is read\n  - ', '**Verify**', '**Commit**')
    assert.deepEqual(
      labels.filter((label) => label === '**Do**' || label === '**Files**'),
      [],
    )
  })

  it('offers the requirements beside the spec', async () => {
    await offered('Requirements: FR-00', 'FR-001', 'FR-002')
  })

  it('offers paths of the workspace in Files', async () => {
    await offered('specs/comp', 'specs/completion/')
  })

  it('offers the other ids behind "depends on"', async () => {
    const labels = await offered('depends on ', '1.1')
    assert.equal(labels.includes('1.2'), false)
  })

  it('offers a marker that takes the place of what was typed', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      spec.uri,
      spec.at('1.2 [', 5),
    )
    const marker = list.items.find(({ label }) => label === '[P]')
    const range = marker?.range instanceof vscode.Range ? marker.range : marker?.range?.replacing
    assert.ok(range, 'The marker has no range.')
    const line = spec.text().split('\n')[range.start.line] ?? ''
    const start = line.slice(0, range.start.character)
    const end = line.slice(range.end.character)
    assert.equal(`${start}[P]${end}`, '- [ ] 1.2 [P] Read from it (depends on 1.1)')
  })
})
