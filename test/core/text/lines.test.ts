import { describe, expect, test } from 'vitest'
import { indexLines, lineCount, lineText, offsetAt, positionAt, textIn } from '#core/text/lines'

const mixed = 'one\r\ntwo\nthree\rfour'

describe('lines', () => {
  test('CRLF, LF and CR each end one line, mixed as they come', () => {
    const lines = indexLines(mixed)
    expect(lineCount(lines)).toBe(4)
    expect([0, 1, 2, 3].map((line) => lineText(lines, line))).toEqual(['one', 'two', 'three', 'four'])
  })

  test('a final line ending begins an empty last line, and an empty text is one empty line', () => {
    expect(lineCount(indexLines('a\n'))).toBe(2)
    expect(lineText(indexLines('a\n'), 1)).toBe('')
    expect(lineCount(indexLines(''))).toBe(1)
  })

  test('blank lines between CR and LF are told apart from CRLF', () => {
    expect(lineCount(indexLines('a\r\r\nb\n\rc'))).toBe(5)
  })

  test('columns count UTF-16 units, so that an emoji takes two and a BOM one', () => {
    const lines = indexLines('\uFEFFa😀b')
    expect(positionAt(lines, 4)).toEqual({ line: 0, character: 4 })
    expect(lineText(lines, 0).charAt(4)).toBe('b')
  })

  test('a column behind the end of its line stands for that end, before the line ending', () => {
    const lines = indexLines(mixed)
    expect(offsetAt(lines, { line: 0, character: 99 })).toBe(3)
    expect(offsetAt(lines, { line: 99, character: 0 })).toBe(mixed.length)
  })

  test('a piece that begins at line 7 counts its lines from there', () => {
    const lines = indexLines('x\ny', 7)
    expect(positionAt(lines, 2)).toEqual({ line: 8, character: 0 })
    expect(textIn(lines, { start: { line: 7, character: 0 }, end: { line: 8, character: 1 } })).toBe('x\ny')
  })
})
