import { expect, it } from 'vitest'
import { lastLines } from '../../../client/src/editor/lastLines'

it('keeps the last lines that say something', () => {
  expect(lastLines('one\r\n\r\ntwo\nthree  \n\n', 2, 80)).toEqual(['two', 'three'])
  expect(lastLines('', 10, 80)).toEqual([])
})

it('leaves out colours, cursor movements, links and other characters that nobody sees', () => {
  const text = '\u001B[1;31mred\u001B[0m \u001B]8;;https://x.y\u0007link\u001B]8;;\u0007\n\u001B[2K\u0000a\u0007\tb\n'
  expect(lastLines(text, 10, 80)).toEqual(['red link', 'a\tb'])
})

it('cuts long lines', () => {
  expect(lastLines('x'.repeat(100), 1, 10)).toEqual([`${'x'.repeat(9)}…`])
})
