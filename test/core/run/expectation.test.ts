import { expect, test } from 'vitest'
import { missesExpectation, readExpectation } from '#core/run/expectation'

test.each([
  ['shows 3 files created', '3\n', null],
  ['shows 3 files created', '2\n', 'showed 2, expected 3'],
  ['shows 0', '       0\n', null],
  ['shows 0', '1', 'showed 1, expected 0'],
  ['shows at least 3', '4', null],
  ['shows at least 3', '2', 'showed 2, expected at least 3'],
  ['prints exactly two lines', '3', 'showed 3, expected 2'],
  ['shows all green', '5', null],
  ['shows 3 files', 'a.txt\nb.txt\n', null],
  ['shows version 1.2', '7', null],
  ['exits 0', '5', null],
])('%s on output %j: %s', (words, output, missed) => {
  expect(missesExpectation(readExpectation(words), output)).toBe(missed)
})

test.each([
  [null, 0],
  ['exits 0', 0],
  ['exits 1 because nothing is left', 1],
  ['exits with code 2', 2],
  ['exits non-zero', 'non-zero'],
  ['all tests pass', 0],
])('%j expects exit code %s', (words, code) => {
  expect(readExpectation(words).code).toBe(code)
})
