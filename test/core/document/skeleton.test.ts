import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlocks, type Blocks, type ItemBlock } from '#core/document/blocks'
import { readBox } from '#core/document/boxes'
import { cutChunks } from '#core/document/chunks'
import { rememberBlocks } from '#core/document/rememberBlocks'
import { skeletonOf } from '#core/document/skeleton'
import { indexLines, lineText, type LineIndex } from '#core/text/lines'
import { corpusFiles } from '../corpus/corpusFiles'
import { anyMarkdown } from './anyMarkdown'

/** What the reader asks of blocks; of list items only those that are boxes. */
function asked(blocks: Blocks, lines: LineIndex): unknown {
  return { ...blocks, items: [...blocks.items].filter(([line]) => readBox(lineText(lines, line)) !== undefined) }
}

function wholeLines(lines: LineIndex): readonly string[] {
  return lines.starts.map((_, line) => lineText(lines, lines.firstLine + line))
}

describe('the skeleton of a text', () => {
  test('keeps the start of each line up to its first letter or the words behind its box, fences whole', () => {
    const text = '# Title\n- [ ] 1.1 Words\n```sh title\nwords\n```\n---\n  12. Words'
    expect(skeletonOf(indexLines(text))).toEqual(['# x', '- [ ] x', '```sh title', 'x', '```', '---', '  12. x'])
  })

  test('keeps of neighbouring bullets the first and the last, and every box', () => {
    const text = '- [ ] 1.1 A\n  - **Do**: a\n  - **Files**: b\n  - **Verify**: c\n  - [ ] 1.2 d\n  - e\n  - f\n'
    expect(skeletonOf(indexLines(text))).toEqual([
      '- [ ] x',
      '  - **x',
      '',
      '  - **x',
      '  - [ ] x',
      '  - x',
      '  - x',
      '',
    ])
  })

  test('has the same blocks as the text, whatever the text', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const lines = indexLines(text)
        expect(asked(readBlocks(lines, skeletonOf(lines)), lines)).toEqual(
          asked(readBlocks(lines, wholeLines(lines)), lines),
        )
      }),
      { numRuns: 300, endOnFailure: true },
    )
  })
})

test('indented code that speaks of a fence opens none, so that one skeleton has one reading', () => {
  const read = rememberBlocks()
  for (const code of ['foo', 'foo ```js', '```js', 'foo ~~~']) {
    const lines = indexLines(`Words\n\n    ${code}\n`, 5)
    expect(read(lines, skeletonOf(lines))).toEqual(readBlocks(lines, skeletonOf(lines)))
    expect(readBlocks(lines, skeletonOf(lines))).toMatchObject({ fences: [], open: null })
  }
})

describe('cutting a document into chunks', () => {
  /** The blocks of a text whose fences all close, from chunks and from the whole. */
  function compare(text: string): void {
    const chunks = cutChunks(text)
    if (chunks.some((chunk) => chunk.unclosed.length > 0)) return
    const lines = indexLines(text)
    const whole = readBlocks(lines, skeletonOf(lines))
    const all = <T>(pick: (blocks: Blocks) => readonly T[]): readonly T[] =>
      chunks.flatMap((chunk) => pick(chunk.blocks))
    expect(all((blocks) => blocks.headings)).toEqual(whole.headings)
    expect(all((blocks) => blocks.fences)).toEqual(whole.fences)
    expect(all((blocks) => blocks.hidden)).toEqual(whole.hidden)
    expect(all((blocks) => blocks.rules)).toEqual(whole.rules)
    const isBox = (line: number): boolean => readBox(lineText(lines, line)) !== undefined
    const stops = [...[...whole.items.keys()].filter(isBox), ...whole.headings.map(({ start }) => start)]
    // A task ends in front of the next box or heading, whatever the parser says of its item.
    const boxes = (items: readonly (readonly [number, ItemBlock])[]): unknown =>
      items
        .filter(([line]) => isBox(line))
        .map(([line, item]) => [
          line,
          { ...item, end: Math.min(item.end, ...stops.filter((stop) => stop > line).map((stop) => stop - 1)) },
        ])
    expect(boxes(all((blocks) => [...blocks.items]))).toEqual(boxes([...whole.items]))
  }

  test('changes no block of documents as bad as they get', () => {
    fc.assert(
      fc.property(fc.array(anyMarkdown, { minLength: 20, maxLength: 40 }), (texts) => compare(texts.join('\n'))),
      {
        numRuns: 60,
        endOnFailure: true,
      },
    )
  })

  test('changes no block of real files', () => {
    for (const file of corpusFiles().filter((_, at) => at % 7 === 0)) compare(file.text)
  })
})
