import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PlannedTask } from '#core/generated/journalEvent'
import { applyEdits } from '#core/text/edits'
import type { AskEditor } from '../../../runner/src/files/boxes'
import { temporaryFolder } from '../../acceptance/temporaryFolder'
import { tickTasks, untickTasks } from '../../../runner/src/files/tick'

const text = '# Tasks\n\n- [ ] 1.1 Ärger – 日本\n  - **Do**: x\n- [ ] 1.2 Zwei \n'
const one: PlannedTask = { index: 0, id: '1.1', title: 'Ärger – 日本', line: 2 }
const two: PlannedTask = { index: 1, id: '1.2', title: 'Zwei', line: 4 }

function file(bytes: Buffer | string): string {
  const path = join(temporaryFolder('tick'), 'tasks.md')
  writeFileSync(path, bytes)
  return path
}

const utf16 = (content: string): Buffer => Buffer.from(`\uFEFF${content}`, 'utf16le')

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
  ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ['CR', Buffer.from(text.replaceAll('\n', '\r'))],
  ['mixed line ends', Buffer.from(text.replace('\n', '\r\n'))],
  ['no final newline', Buffer.from(text.trimEnd())],
  ['UTF-16 little endian', utf16(text)],
  ['UTF-16 big endian', utf16(text).swap16()],
])('a tick changes one character and no other byte: %s', async (_name, bytes) => {
  const path = file(bytes)
  expect(await tickTasks({ file: path, tasks: [one, two], editor: undefined })).toEqual([
    { index: 0, kind: 'ticked', via: 'file' },
    { index: 1, kind: 'ticked', via: 'file' },
  ])
  const after = readFileSync(path)
  const changed = [...after].flatMap((byte, at) => (byte === bytes[at] ? [] : [[bytes[at], byte]]))
  expect(after.length).toBe(bytes.length)
  expect(changed).toEqual([
    [0x20, 0x78],
    [0x20, 0x78],
  ])
  await untickTasks({ file: path, tasks: [one, two], editor: undefined })
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

test('a Latin-1 file keeps its bytes', async () => {
  const bytes = Buffer.from('# T\xE4sks\n\n- [ ] 1.2 Zw\xF6i\n', 'latin1')
  const path = file(bytes)
  await tickTasks({ file: path, tasks: [{ index: 0, id: '1.2', title: 'Zw\xF6i', line: 2 }], editor: undefined })
  expect(readFileSync(path, 'latin1')).toBe(bytes.toString('latin1').replace('[ ]', '[x]'))
})

test('a task that moved is found by id and title; one that is ticked already is no error', async () => {
  const path = file(`# New heading\n\n- [ ] 0.9 New\n${text.replace('[ ] 1.2', '[x] 1.2')}`)
  expect(await tickTasks({ file: path, tasks: [one, two], editor: undefined })).toEqual([
    { index: 0, kind: 'ticked', via: 'file' },
    { index: 1, kind: 'ticked', via: 'already' },
  ])
  expect(readFileSync(path, 'utf8')).toContain('- [ ] 0.9 New')
  expect(readFileSync(path, 'utf8')).toContain('- [x] 1.1')
})

test('a task that cannot be found for sure is refused, and nothing is guessed', async () => {
  const path = file(text.replace('1.2 Zwei', '1.2 Something else'))
  const [outcome] = await tickTasks({ file: path, tasks: [two], editor: undefined })
  expect(outcome).toMatchObject({ index: 1, kind: 'refused' })
  expect(readFileSync(path, 'utf8')).toBe(text.replace('1.2 Zwei', '1.2 Something else'))
})

/** An editor that holds a text of its own, as VS Code does. */
function editor(held: string): { readonly ask: AskEditor; readonly asked: number; text(): string } {
  let now = held
  let asked = 0
  return {
    get asked() {
      return asked
    },
    text: () => now,
    ask: ({ expected, edits }) => {
      asked++
      const lines = now.split('\n')
      const fits = edits.every((edit, at) => lines[edit.range.start.line] === expected[at])
      if (!fits) return Promise.resolve({ result: 'failed', text: now })
      now = applyEdits(now, edits)
      return Promise.resolve({ result: 'applied' })
    },
  }
}

test('an editor that holds the file makes the tick; the file itself is left alone', async () => {
  const path = file(text)
  const held = editor(text)
  expect(await tickTasks({ file: path, tasks: [one], editor: held.ask })).toEqual([
    { index: 0, kind: 'ticked', via: 'editor' },
  ])
  expect(held.text()).toBe(text.replace('[ ] 1.1', '[x] 1.1'))
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('unsaved lines above the task are kept, and the tick still finds its place', async () => {
  const path = file(text)
  const held = editor(text.replace('# Tasks\n', '# Tasks\n\n- [ ] 0.1 Unsaved\n'))
  expect(await tickTasks({ file: path, tasks: [two], editor: held.ask })).toEqual([
    { index: 1, kind: 'ticked', via: 'editor' },
  ])
  expect(held.asked).toBe(2)
  expect(held.text()).toContain('- [ ] 0.1 Unsaved\n')
  expect(held.text()).toContain('- [x] 1.2 Zwei')
})

test('without an editor that holds it, the file is changed', async () => {
  const path = file(text)
  const ask: AskEditor = () => Promise.resolve({ result: 'not-open' })
  expect(await tickTasks({ file: path, tasks: [one], editor: ask })).toEqual([
    { index: 0, kind: 'ticked', via: 'file' },
  ])
})
