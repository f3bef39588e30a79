import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutChunks } from '#core/document/chunks'
import { createIncrementalParser } from '#core/document/incremental'
import { parseTasksDocument } from '#core/document/parse'
import { applyEdits } from '#core/text/edits'
import { indexLines, positionAt } from '#core/text/lines'
import type { TextEdit } from '#core/text/position'
import { corpusFiles } from '../corpus/corpusFiles'
import { anyMarkdown, anyPiece } from './anyMarkdown'
import { expectSame, plain } from './plain'

interface Change {
  /** Where, as a share of the text, and how many characters go. */
  readonly at: number
  readonly length: number
  readonly newText: string
}

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(400)),
  newText: anyPiece,
})

function editOf(text: string, { at, length, newText }: Change): TextEdit {
  const lines = indexLines(text)
  const start = Math.floor(at * text.length)
  return { range: { start: positionAt(lines, start), end: positionAt(lines, start + length) }, newText }
}

/** Edits one after the other; after each the document must be that of a fresh parse. */
function checkEdits(text: string, changes: readonly Change[], path?: string): void {
  const options = path === undefined ? {} : { path }
  const parser = createIncrementalParser(options)
  let now = text
  expectSame(plain(parser.update(now)), plain(parseTasksDocument(now, options)))
  for (const each of changes) {
    const edit = editOf(now, each)
    now = applyEdits(now, [edit])
    const document = parser.update([edit])
    expect(document.text).toBe(now)
    expectSame(plain(document), plain(parseTasksDocument(now, options)))
  }
}

describe('after any edits the document equals a fresh parse', { timeout: 300_000 }, () => {
  test('of small documents, as bad as they get', () => {
    fc.assert(
      fc.property(anyMarkdown, fc.array(change, { maxLength: 8 }), (text, changes) => {
        checkEdits(text, changes)
      }),
      { numRuns: 250, endOnFailure: true },
    )
  })

  test('of long documents, cut into many chunks', () => {
    const long = fc.array(anyMarkdown, { minLength: 25, maxLength: 50 }).map((texts) => texts.join('\n'))
    fc.assert(
      fc.property(
        long,
        fc.array(change, { maxLength: 6 }),
        fc.constantFrom('', '.kiro/specs/x/tasks.md'),
        (text, changes, path) => {
          checkEdits(text, changes, path === '' ? undefined : path)
        },
      ),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('of real files', () => {
    const files = corpusFiles().filter((file) => file.text.length < 30_000)
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }), (file, changes) => {
        checkEdits(file.text, changes, file.path)
      }),
      { numRuns: 80, endOnFailure: true },
    )
  })

  test('at the very place where a chunk begins, where a character decides whether it still may', () => {
    const words = 'words '.repeat(40)
    const text = Array.from({ length: 30 }, (_, at) => `- [ ] 1.${at} Task\n  ${words}\n  ${words}\n`).join('')
    const starts = cutChunks(text).map((chunk) => chunk.lines.firstLine)
    expect(starts.length).toBeGreaterThan(5)
    for (const line of starts) {
      for (const length of [1, 2, 5]) {
        const parser = createIncrementalParser()
        parser.update(text)
        const edit = { range: { start: { line, character: 0 }, end: { line, character: length } }, newText: '' }
        expectSame(plain(parser.update([edit])), plain(parseTasksDocument(applyEdits(text, [edit]))))
      }
    }
  })

  test('several edits of one change all refer to the text before it', () => {
    const text = '- [ ] 1.1 a\n- [ ] 1.2 b\n- [ ] 1.3 c\n'
    const parser = createIncrementalParser()
    parser.update(text)
    const edits = [
      { range: { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } }, newText: 'x' },
      { range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, newText: '' },
      { range: { start: { line: 2, character: 11 }, end: { line: 2, character: 11 } }, newText: '\n- [ ] 1.4 d' },
    ]
    const document = parser.update(edits)
    expect(document.text).toBe('- [x] 1.1 a\n- [ ] 1.3 c\n- [ ] 1.4 d\n')
    expectSame(plain(document), plain(parseTasksDocument(document.text)))
  })
})

describe('what an edit leaves alone', () => {
  const section = (number: number): string =>
    `## Phase ${number}: A phase\n\n${[1, 2, 3, 4].map((task) => `- [ ] ${number}.${task} [P] Task ${number}.${task}\n  - **Do**: ${'words '.repeat(60)}\n`).join('\n')}\n`
  const text = Array.from({ length: 40 }, (_, at) => section(at + 1)).join('')

  test('a long document is cut into many chunks', () => {
    expect(cutChunks(text).length).toBeGreaterThan(20)
  })

  test('tasks of other chunks stay the same objects when no line moves', () => {
    const parser = createIncrementalParser()
    const before = parser.update(text)
    const target = before.tasks[80]
    const at = target?.titleRange.end ?? { line: 0, character: 0 }
    const after = parser.update([{ range: { start: at, end: at }, newText: '!' }])
    expect(after.tasks[80]?.title).toBe(`${target?.title}!`)
    const changed = after.tasks.filter((task, index) => task !== before.tasks[index])
    expect(changed.length).toBeLessThan(10)
  })

  test('tasks above an inserted line stay, those below move with the fields they have', () => {
    const parser = createIncrementalParser()
    const before = parser.update(text)
    const line = before.tasks[80]?.line ?? 0
    const after = parser.update([
      { range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText: '\n' },
    ])
    expect(after.tasks[40]).toBe(before.tasks[40])
    expect(after.tasks[120]?.fields.do?.range.start.line).toBe(
      (before.tasks[120]?.fields.do?.range.start.line ?? 0) + 1,
    )
  })
})

describe('things that reach far', () => {
  const filler = `${Array.from({ length: 80 }, (_, at) => `- [ ] 1.${at + 1} Task ${'words '.repeat(20)}\n`).join('')}`

  test.each([
    ['a fence opened at the top swallows all tasks once it closes far below', '```\n', `${filler}\n`, '```\n'],
    ['a comment opened at the top swallows the rest', '<!--\n', filler, '-->\n'],
    ['frontmatter opened at the top reaches to its end', '---\n', `# x\n${filler}`, '---\n'],
  ])('%s', (_, open, middle, close) => {
    const parser = createIncrementalParser()
    parser.update(middle)
    const steps = [
      { at: 0, newText: open },
      { at: 1, newText: close },
    ]
    let now = middle
    for (const { at, newText } of steps) {
      const edit = editOf(now, { at, length: 0, newText })
      now = applyEdits(now, [edit])
      expectSame(plain(parser.update([edit])), plain(parseTasksDocument(now)))
    }
    expect(parseTasksDocument(now).tasks).toEqual([])
    const undo = editOf(now, { at: 0, length: open.length, newText: '' })
    now = applyEdits(now, [undo])
    expectSame(plain(parser.update([undo])), plain(parseTasksDocument(now)))
    expect(parseTasksDocument(now).tasks).toHaveLength(80)
  })
})
