import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeProgress } from '#core/progress/merge'
import { parseMarkdown, plainText } from '#core/progress/markdown'

const line = fc.constantFrom(
  '## Completed Tasks',
  '## Completed',
  '## Learnings',
  '# Learnings',
  '### Verification: 1.1',
  '## Next',
  '## Decisions',
  'Title',
  '=====',
  '-----',
  '---',
  '- a',
  '- b',
  '- [x] 1.1 Task',
  '  - nested',
  '  text',
  '    code',
  '\tcode',
  '1. one',
  '2. two',
  '10) ten',
  '* star',
  '+ plus',
  '-',
  '```',
  '```sh',
  '~~~',
  '  ```',
  '    ```',
  '> quote',
  '> ```',
  '> ## Learnings',
  '<!-- note -->',
  '<!-- open',
  '-->',
  '<pre>',
  '</pre>',
  '<div>',
  'prose',
  'more prose',
  '[ref]: http://a.b',
  '_No tasks completed yet_',
  '_None yet_',
  '',
  '   ',
  '## Learnings ##',
  '| a | b |',
)
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\n', '\n\n'))
  .map(([lines, eol, end]) => lines.join(eol) + end.replaceAll('\n', eol))
const parts = fc
  .array(text, { maxLength: 3 })
  .map((texts) => texts.map((content, index) => ({ index, text: content, task: { id: `1.${index}`, title: 'T' } })))
/** More by `PROPERTY_RUNS=20000 npx vitest run test/core/progress`. */
const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) }

const headings = (markdown: string): readonly string[] =>
  parseMarkdown(markdown).children.flatMap((node) =>
    node.type === 'heading' ? [`${node.depth} ${plainText(node)}`] : [],
  )

const isSubsequence = (inner: readonly string[], outer: readonly string[]): boolean => {
  let at = 0
  for (const item of outer) if (item === inner[at]) at++
  return at === inner.length
}

describe('mergeProgress, on any text', () => {
  it('gives the same when merged twice as when merged once', () => {
    fc.assert(
      fc.property(text, parts, (main, sources) => {
        const once = mergeProgress(main, sources)
        const twice = mergeProgress(once.text, sources)
        expect(twice.text).toBe(once.text)
        expect(twice.merged).toEqual(once.merged)
      }),
      runs,
    )
  })

  it('loses no line of the main file but a placeholder', () => {
    fc.assert(
      fc.property(text, parts, (main, sources) => {
        const kept = (all: string): string[] =>
          all
            .split(/\r\n|\n|\r/)
            .map((one) => one.trimEnd())
            .filter((one) => one !== '' && !/_(No tasks completed|None) yet_/.test(one))
        expect(isSubsequence(kept(main), kept(mergeProgress(main, sources).text))).toBe(true)
      }),
      runs,
    )
  })

  it('leaves every heading of the main file a heading', () => {
    fc.assert(
      fc.property(text, parts, (main, sources) => {
        // Behind indented code the parser takes an underlined list item for a heading; a blank line puts that right.
        fc.pre(!headings(main).some((heading) => /^\d (?:\d+[.)]|[-*+](?: |$))/.test(heading)))
        expect(isSubsequence(headings(main), headings(mergeProgress(main, sources).text))).toBe(true)
      }),
      runs,
    )
  })

  it('gives the same for parts in any order', () => {
    fc.assert(
      fc.property(text, parts, (main, sources) => {
        expect(mergeProgress(main, sources.toReversed())).toEqual(mergeProgress(main, sources))
      }),
      runs,
    )
  })

  it('accounts for every part, as merged or skipped', () => {
    fc.assert(
      fc.property(text, parts, (main, sources) => {
        const { merged, skipped } = mergeProgress(main, sources)
        expect([...merged, ...skipped.map((one) => one.index)].sort((a, b) => a - b)).toEqual(
          sources.map((one) => one.index),
        )
      }),
      runs,
    )
  })
})
