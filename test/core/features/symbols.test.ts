import { expect, it } from 'vitest'
import { folds } from '#core/features/folding'
import { documentSymbols, type DocumentSymbolNode } from '#core/features/symbols'
import { sourceOf } from './sourceOf'

const tree = (nodes: readonly DocumentSymbolNode[]): unknown[] =>
  nodes.map(({ name, detail, children }) =>
    children.length === 0 ? `${name}|${detail}` : [`${name}|${detail}`, tree(children)],
  )

it('nests tasks below their headings, and leaves below their container', () => {
  const text = '# T\n\n## A\n\n- [ ] 1. First\n  - [x] 1.1 [P] Leaf\n  - [ ] 1.2 Leaf\n- [ ] 2. Second\n\n# U\n'
  expect(tree(documentSymbols(sourceOf(text).document))).toEqual([
    ['T|', [['A|', [['1 First|open', ['1.1 Leaf|[P] done', '1.2 Leaf|open']], '2 Second|open']]]],
    'U|',
  ])
})

it('gives ranges that hold their selection and all of their children', () => {
  const check = (nodes: readonly DocumentSymbolNode[]): void => {
    for (const { range, selection, children } of nodes) {
      for (const inner of [selection, ...children.map((child) => child.range)]) {
        expect(inner.start.line * 1000 + inner.start.character).toBeGreaterThanOrEqual(
          range.start.line * 1000 + range.start.character,
        )
        expect(inner.end.line * 1000 + inner.end.character).toBeLessThanOrEqual(
          range.end.line * 1000 + range.end.character,
        )
      }
      check(children)
    }
  }
  const symbols = documentSymbols(sourceOf('# T\n\n- [ ] 1.1 a\n  b\n\n## U\n\n- [ ] 1.2 [P] c').document)
  expect(symbols).toHaveLength(1)
  check(symbols)
})

it('calls what has no name untitled, since editors refuse an empty one', () => {
  expect(tree(documentSymbols(sourceOf('#\n\n- [ ] 1.1\n').document))).toEqual([['(untitled)|', ['1.1|open']]])
})

it('folds the frontmatter, sections and tasks with details, and no single line', () => {
  const text = '---\na: b\n---\n\n# T\n\n- [ ] 1.1 a\n  b\n- [ ] 1.2 c\n\n## U\n\nd\n\n\n'
  expect(folds(sourceOf(text).document)).toEqual([
    { startLine: 0, endLine: 2 },
    { startLine: 4, endLine: 12 },
    { startLine: 6, endLine: 7 },
    { startLine: 10, endLine: 12 },
  ])
})
