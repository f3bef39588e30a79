import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutChunks } from '#core/document/chunks'
import { parseTasksDocument } from '#core/document/parse'
import { tickEdits } from '#core/document/tick'
import { planGroups } from '#core/plan/groups'
import { applyEdits } from '#core/text/edits'
import { wrongRanges } from '../corpus/ranges'
import { anyMarkdown } from './anyMarkdown'

describe('whatever the text', () => {
  test('parsing never throws and every range is right', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        expect(wrongRanges(parseTasksDocument(text))).toEqual([])
      }),
      { numRuns: 400, endOnFailure: true },
    )
  })

  test('random characters are no danger either', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(wrongRanges(parseTasksDocument(text))).toEqual([])
      }),
      { numRuns: 200, endOnFailure: true },
    )
  })

  test('ticking twice is ticking once, and groups hold every task once', () => {
    fc.assert(
      fc.property(anyMarkdown, fc.array(fc.nat(12)), (text, indices) => {
        const document = parseTasksDocument(text)
        const ticked = parseTasksDocument(applyEdits(text, tickEdits(document, indices)))
        expect(ticked.tasks.map((task) => task.line)).toEqual(document.tasks.map((task) => task.line))
        expect(tickEdits(ticked, indices)).toEqual([])
        const planned = planGroups(document, 'heading').groups.flatMap((group) => group.taskIndices)
        expect([...planned].sort((a, b) => a - b)).toEqual(document.tasks.map((task) => task.index))
      }),
      { numRuns: 300, endOnFailure: true },
    )
  })

  test('the chunks are the text, and cutting changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyMarkdown, { minLength: 20, maxLength: 60 }), (texts) => {
        const text = texts.join('\n')
        expect(
          cutChunks(text)
            .map((chunk) => chunk.lines.text)
            .join(''),
        ).toBe(text)
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })
})
