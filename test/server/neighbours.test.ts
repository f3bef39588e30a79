import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  CodeActionRequest,
  DocumentLinkRequest,
  Hover,
  HoverRequest,
  MarkupContent,
} from 'vscode-languageserver-protocol/node'
import { startClient, type TestClient } from './startClient'

const tasks = '- [x] 1.1 Make the store\n- [ ] 1.2 [P] Read from it\n- [ ] 1.3 [P] Write to it\n- [ ] T004 Join\n'

let folder: string
let client: TestClient
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pt-beside-'))
  writeFileSync(path.join(folder, 'tasks.md'), tasks)
})
afterEach(() => {
  client.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).toString()
const start = async (name: string, text: string): Promise<void> => {
  writeFileSync(path.join(folder, name), text)
  client = await startClient({ folders: [pathToFileURL(folder).toString()] })
  await client.connection.sendRequest('parallelTasks/specs', {})
  await client.open(uriOf(name), text)
}
/** What the hover at a needle says, and the text that it speaks of. */
const hoverAt = async (name: string, text: string, needle: string): Promise<readonly string[] | null> => {
  const before = text.slice(0, text.indexOf(needle)).split('\n')
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
  const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: uriOf(name) }, position })
  if (!Hover.is(hover) || !MarkupContent.is(hover.contents) || hover.range === undefined) return null
  const { start, end } = hover.range
  return [text.split('\n')[start.line]?.slice(start.character, end.character) ?? '', hover.contents.value]
}

describe('.ralph-state.json', () => {
  const name = '.ralph-state.json'
  const state = `{
  "phase": "execution",
  "taskIndex": 1,
  "totalTasks": 9,
  "parallelGroup": { "startIndex": 1, "endIndex": 2, "taskIndices": [1, 2], "isParallel": true },
  "taskResults": { "1": { "status": "success" }, "2": { "status": "failed", "error": "no" } }
}`

  it('says which task the taskIndex means, and that tasks.md agrees', async () => {
    await start(name, state)
    const next = `Next: **1.2 Read from it** · open · [tasks.md, line 2](${uriOf('tasks.md')}#L2)\n\ntasks.md agrees.`
    expect(await hoverAt(name, state, '1,\n')).toEqual(['1', next])
    expect(await hoverAt(name, state, '"taskIndex"')).toEqual(['"taskIndex"', next])
  })

  it('says where the numbers disagree', async () => {
    await start(name, state)
    expect(await hoverAt(name, state, '9')).toEqual([
      '9',
      'tasks.md has 4 tasks.\n\n.ralph\\-state.json\\: totalTasks is 9, but tasks.md has 4.',
    ])
  })

  it('names the tasks of the group and of the results', async () => {
    await start(name, state)
    expect((await hoverAt(name, state, '"parallelGroup"'))?.[1]).toMatch(/1\.2 Read from it.*\n- .*1\.3 Write to it/)
    expect((await hoverAt(name, state, '2]'))?.[1]).toMatch(/^\*\*1\.3 Write to it\*\*/)
    expect((await hoverAt(name, state, '"success"'))?.[1]).toMatch(/1\.2 Read from it[^]*box is not ticked/)
    expect((await hoverAt(name, state, '"failed"'))?.[1]).not.toMatch(/box/)
  })

  it.each(['"phase"', '"execution"'])('says nothing of %s', async (needle) => {
    await start(name, state)
    expect(await hoverAt(name, state, needle)).toBeNull()
  })

  it('offers to set a wrong number right where it stands, also in text that is not saved', async () => {
    await start(name, state)
    const typed = state.replace('9', '77')
    await client.replace(uriOf(name), 2, typed)
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 20 } }
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf(name) },
      range,
      context: { diagnostics: [] },
    })
    expect(actions).toMatchObject([
      {
        title: 'Set totalTasks to 4 in .ralph-state.json',
        edit: {
          changes: {
            [uriOf(name)]: [
              { range: { start: { line: 3, character: 16 }, end: { line: 3, character: 18 } }, newText: '4' },
            ],
          },
        },
      },
    ])
  })

  it('goes by the text that is being typed, and lives with one that is no JSON', async () => {
    await start(name, state)
    await client.replace(uriOf(name), 2, '{"taskIndex": 3')
    expect((await hoverAt(name, '{"taskIndex": 3', '3'))?.[1]).toMatch(/T004 Join/)
    await client.replace(uriOf(name), 3, '}]"taskIndex":: 77 ,, {{')
    expect(await hoverAt(name, '}]"taskIndex":: 77 ,, {{', '77')).toBeNull()
  })

  it('has its disagreements at the value in question', async () => {
    await start(name, state)
    const { diagnostics } = await client.diagnostics.next(({ uri }) => uri === uriOf(name))
    const lines = state.split('\n')
    expect(
      diagnostics.map(({ range: { start: from, end } }) => lines[from.line]?.slice(from.character, end.character)),
    ).toEqual(['9', '"success"'])
  })
})

describe('.progress.md', () => {
  const name = '.progress.md'
  const notes = `# Progress: demo

## Completed Tasks

- [x] 1.1 Make the store - abc1234
- **1.2** Read from it
1. Task 1.3: done

## Learnings

- Node 1.2 and version 1.1 of the API are no tasks; tasks 1.2, 1.3 and 1.9 are
- T004 needs \`1.1\` and \`- [x] 1.1\`
- 1.9 is unknown

### Verification: 1.3 Write to it

\`\`\`
- [x] 1.1 in a fence
\`\`\`
`

  it('links the ids of tasks to their lines, and nothing that merely looks like one', async () => {
    await start(name, notes)
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: uriOf(name) } })
    expect(
      (links ?? []).map(({ range, target }) => [
        range.start.line + 1,
        notes.split('\n')[range.start.line]?.slice(range.start.character, range.end.character),
        target?.replace(uriOf('tasks.md'), ''),
      ]),
    ).toEqual([
      [5, '1.1', '#L1'],
      [6, '1.2', '#L2'],
      [7, '1.3', '#L3'],
      [11, '1.2', '#L2'],
      [11, '1.3', '#L3'],
      [12, 'T004', '#L4'],
      [15, '1.3', '#L3'],
    ])
  })

  it('tells about the task on its id, and nothing elsewhere', async () => {
    await start(name, notes)
    const found = await hoverAt(name, notes, '1.2**')
    expect(found?.[0]).toBe('1.2')
    expect(found?.[1]).toMatch(/\*\*1\.2 Read from it\*\*[^]*State: open/)
    expect(await hoverAt(name, notes, 'abc1234')).toBeNull()
  })
})
