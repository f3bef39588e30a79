import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { findTaskAgain, tickEdits, untickEdits } from '#core/document/tick'
import { applyEdits } from '#core/text/edits'

const kiro = { path: '.kiro/specs/x/tasks.md' }

function tick(text: string, indices: readonly number[]): string {
  return applyEdits(text, tickEdits(parseTasksDocument(text, kiro), indices))
}

describe('ticking', () => {
  test('changes one character and leaves every other byte', () => {
    const text = '\uFEFF- [ ] 1.1 a  \r\n- [ ] 1.2 b\n\t- detail\r- [X] 1.3 c'
    expect(tick(text, [0, 1, 2])).toBe('\uFEFF- [x] 1.1 a  \r\n- [x] 1.2 b\n\t- detail\r- [X] 1.3 c')
  })

  test('a done task gives no edit, and an index out of range none', () => {
    expect(tickEdits(parseTasksDocument('- [x] 1.1 a\n'), [0, 7, -1])).toEqual([])
  })

  test('a container is ticked with its last leaf, and not before', () => {
    const text = '- [ ] 1. A\n  - [ ] 1.1 B\n  - [ ] 1.2 C\n'
    expect(tick(text, [1])).toBe('- [ ] 1. A\n  - [x] 1.1 B\n  - [ ] 1.2 C\n')
    expect(tick(text, [1, 2])).toBe('- [x] 1. A\n  - [x] 1.1 B\n  - [x] 1.2 C\n')
  })

  test('containers of containers follow', () => {
    expect(tick('- [ ] 1. A\n  - [ ] 1.1 B\n    - [-] 1.1.1 C\n', [2])).toBe(
      '- [x] 1. A\n  - [x] 1.1 B\n    - [x] 1.1.1 C\n',
    )
  })

  test('ticking again the last leaf of a container that was left open ticks the container', () => {
    expect(tick('- [ ] 1. A\n  - [x] 1.1 B\n', [1])).toBe('- [x] 1. A\n  - [x] 1.1 B\n')
  })

  test('opening a leaf opens its container', () => {
    const text = '- [x] 1. A\n  - [x] 1.1 B\n  - [X] 1.2 C\n'
    expect(applyEdits(text, untickEdits(parseTasksDocument(text, kiro), [2]))).toBe(
      '- [ ] 1. A\n  - [x] 1.1 B\n  - [ ] 1.2 C\n',
    )
  })
})

describe('finding a task again', () => {
  const planned = { index: 1, id: '1.2', title: 'B', line: 1 }

  test('it is found by id and title wherever it went', () => {
    const found = findTaskAgain(parseTasksDocument('# New\n\n- [ ] 1.0 Z\n- [ ] 1.1 A\n- [ ] 1.2 B\n'), planned)
    expect(found?.line).toBe(4)
  })

  test('another title or another id is another task', () => {
    expect(findTaskAgain(parseTasksDocument('- [ ] 1.1 A\n- [ ] 1.2 Other\n'), planned)).toBeUndefined()
    expect(findTaskAgain(parseTasksDocument('- [ ] 1.1 A\n- [ ] 1.3 B\n'), planned)).toBeUndefined()
  })

  test('of two alike the one at the old index and line is meant', () => {
    const document = parseTasksDocument('- [ ] 1.2 B\n- [ ] 1.2 B\n')
    expect(findTaskAgain(document, planned)?.index).toBe(1)
  })

  test('of two alike that both moved none is chosen', () => {
    expect(findTaskAgain(parseTasksDocument('# New\n- [ ] 1.2 B\n- [ ] 1.2 B\n'), planned)).toBeUndefined()
  })
})
