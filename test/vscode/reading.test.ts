import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { inWorkspace, readyExtension } from './extension'
import { makeSpec, type MadeSpec } from './spec'
import { waitFor } from './waitFor'

const text = `---
title: reading
---

# Tasks: Reading

## Phase 1: Setup

See [the requirements](requirements.md).

- [x] 1.1 Make the store
  - **Do**: Make it
  - **Files**: \`src/outline.txt\`
  - **Done when**: It is there
  - **Verify**: \`test -f src/outline.txt\`
  - _Requirements: FR-001_

- [ ] 1.2 [P] Read from it (depends on 1.1)
  - **Do**: Read
  - **Files**: \`src/read.ts\`
  - **Done when**: It is read
  - **Verify**: \`test -f src/read.ts\`

- [ ] 1.3 [P] Write to it
  - **Do**: Write
  - **Files**: \`src/write.ts\`
  - **Done when**: It is written
  - **Verify**: \`test -f src/write.ts\`

## Phase 2: End

- [ ] 2.1 Clean up
`

const requirements = `# Requirements

- **FR-001**: The store keeps what it is given
`

describe('Reading a spec in the editor', () => {
  let spec: MadeSpec
  before(async () => {
    await readyExtension()
    spec = await makeSpec('reading', { 'tasks.md': text, 'requirements.md': requirements })
  })
  after(() => spec.remove())

  const lineOf = (needle: string): number => spec.at(needle).line

  async function hoversAt(position: vscode.Position): Promise<readonly string[]> {
    return waitFor('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        spec.uri,
        position,
      )
      const texts = hovers.map(({ contents }) =>
        contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n'),
      )
      return texts.length > 0 ? texts : undefined
    })
  }

  it('tells about a group on its marker, in one hover', async () => {
    const [hover, ...more] = await hoversAt(spec.at('[P] Read', 1))
    assert.deepEqual(more, [])
    assert.match(hover ?? '', /\*\*Parallel group\*\* of 2 tasks, 2 open/)
    assert.match(hover ?? '', /Nothing is in the way/)
  })

  it('tells the words of a requirement', async () => {
    const [hover, ...more] = await hoversAt(spec.at('FR-001_', 2))
    assert.deepEqual(more, [])
    assert.match(hover ?? '', /The store keeps what it is given/)
  })

  it('leads from a dependency to its task, from a requirement to its words, from a path to its file', async () => {
    const places = async (position: vscode.Position): Promise<readonly string[]> =>
      waitFor('a definition', async () => {
        const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          spec.uri,
          position,
        )
        const texts = found.map((place) =>
          'uri' in place
            ? `${vscode.workspace.asRelativePath(place.uri)}:${place.range.start.line + 1}`
            : `${vscode.workspace.asRelativePath(place.targetUri)}:${place.targetRange.start.line + 1}`,
        )
        return texts.length > 0 ? texts : undefined
      })
    assert.deepEqual(await places(spec.at('depends on 1.1', 12)), [`specs/reading/tasks.md:${lineOf('- [x] 1.1') + 1}`])
    assert.deepEqual(await places(spec.at('FR-001_', 2)), ['specs/reading/requirements.md:3'])
    assert.deepEqual(await places(spec.at('src/outline.txt', 2)), ['src/outline.txt:1'])
  })

  it('finds all references to a task', async () => {
    const found = await waitFor('references', async () => {
      const locations = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        spec.uri,
        spec.at('1.1 Make', 1),
      )
      return locations.length > 0 ? locations : undefined
    })
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [lineOf('- [x] 1.1'), lineOf('depends on 1.1')],
    )
  })

  it('links files that exist and requirements, and Markdown links stay those of VS Code, each once', async () => {
    const links = await waitFor('the links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', spec.uri)
      return found.length >= 3 ? found : undefined
    })
    const document = await vscode.workspace.openTextDocument(spec.uri)
    assert.deepEqual(links.map(({ range }) => document.getText(range)).sort(), [
      'FR-001',
      'requirements.md',
      'src/outline.txt',
    ])
    const file = links.find(({ range }) => document.getText(range) === 'src/outline.txt')
    assert.equal(file?.target?.fsPath, inWorkspace('src', 'outline.txt').fsPath)
  })

  it('folds sections and tasks, no range twice', async () => {
    const ranges = await waitFor('the folds', async () => {
      const found = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        spec.uri,
      )
      return found.length > 3 ? found : undefined
    })
    const starts = ranges.map(({ start }) => start)
    assert.deepEqual(starts.length, new Set(starts).size, JSON.stringify(ranges))
    for (const needle of ['# Tasks', '## Phase 1', '- [x] 1.1', '- [ ] 1.2']) assert.ok(starts.includes(lineOf(needle)))
  })

  it('has one outline', async () => {
    const names = await waitFor('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        spec.uri,
      )
      return found.length > 0 ? flat(found).map(({ name }) => name) : undefined
    })
    assert.deepEqual(names, ['# Tasks: Reading', '## Phase 1: Setup', '## Phase 2: End'])
  })

  it('colours markers, ids, field names and paths', async () => {
    const legend = await waitFor('the legend', async () =>
      vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        spec.uri,
      ),
    )
    const tokens = await waitFor('the tokens', async () => {
      const found = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        spec.uri,
      )
      return found.data.length > 0 ? found.data : undefined
    })
    const found = decode(tokens, legend, text)
    for (const wanted of ['keyword [P]', 'number 1.2', 'type Do', 'string src/read.ts', 'comment Make the store'])
      assert.ok(found.includes(wanted), `${wanted} is not in ${found.join(' | ')}`)
  })

  it('shows the extent of a group behind its first task', async () => {
    const hints = await waitFor('the hints', async () => {
      const whole = new vscode.Range(0, 0, text.split('\n').length, 0)
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        spec.uri,
        whole,
      )
      return found.length > 0 ? found : undefined
    })
    assert.deepEqual(
      hints.map(({ label, position }) => [position.line, label]),
      [[lineOf('- [ ] 1.2'), '2 in parallel, up to 1.3']],
    )
  })

  it('finds tasks of the workspace by their words, each once', async () => {
    const found = await waitFor('the task', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '1.2 Read from it',
      )
      const here = symbols.filter(({ location }) => location.uri.toString() === spec.uri.toString())
      return here.length > 0 ? here : undefined
    })
    assert.deepEqual(
      found.map(({ name, location }) => [name, location.range.start.line]),
      [['1.2 Read from it (depends on 1.1)', lineOf('- [ ] 1.2')]],
    )
  })
})

function flat(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)])
}

/** Each token as `kind text`. */
function decode(data: Uint32Array, legend: vscode.SemanticTokensLegend, of: string): readonly string[] {
  const lines = of.split('\n')
  const words: string[] = []
  let [line, character] = [0, 0]
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, kind = 0] = data.slice(at, at + 4)
    character = down === 0 ? character + right : right
    line += down
    words.push(`${legend.tokenTypes[kind]} ${lines[line]?.slice(character, character + length)}`)
  }
  return words
}
