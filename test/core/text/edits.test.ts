import { expect, test } from 'vitest'
import { applyEdits } from '#core/text/edits'
import { rangeInLine } from '#core/text/lines'

test('edits refer to the text before the change, in whatever order they come', () => {
  const edits = [
    { range: rangeInLine(1, 0, 3), newText: 'TWO' },
    { range: rangeInLine(0, 0, 3), newText: 'first' },
  ]
  expect(applyEdits('one\r\ntwo\r\n', edits)).toBe('first\r\nTWO\r\n')
})

test('two insertions at one place keep their order', () => {
  const edits = ['a', 'b'].map((newText) => ({ range: rangeInLine(0, 1, 1), newText }))
  expect(applyEdits('xy', edits)).toBe('xaby')
})

test('an edit over a line ending joins the lines', () => {
  const range = { start: { line: 0, character: 1 }, end: { line: 1, character: 0 } }
  expect(applyEdits('a\nb', [{ range, newText: '' }])).toBe('ab')
})

test('no edits give back the very same text', () => {
  expect(applyEdits('\uFEFFa \r', [])).toBe('\uFEFFa \r')
})
