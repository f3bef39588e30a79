import { expect, it } from 'vitest'
import { designHeadings, findDesign } from '#core/references/design'

it('lists the headings below the title, each once, outside fences', () => {
  const text =
    '# Design\n\n## Components ##\n\n### Parser\n\n```md\n## Not this\n```\n\n## Components\n\n##\n\n#### Error Handling\n'
  expect(
    designHeadings(text).map(({ text: heading, range }) => [heading, range.start.line, range.end.character]),
  ).toEqual([
    ['Components', 2, 13],
    ['Parser', 4, 10],
    ['Error Handling', 14, 19],
  ])
})

it.each([
  ['Component A', 'Component A: Parser'],
  ['component a', 'Component A: Parser'],
  ['Parser', 'Parser'],
  ['`Parser`', 'Parser'],
  ['AD-5', 'AD-5 — One queue'],
  ['AD-50', undefined],
  ['AD', undefined],
  ['Error Handling', '3. Error Handling'],
  ['§3.6 (why it retries)', '3.6 Retries'],
  ['3', '3. Error Handling'],
  ['§36', undefined],
  ['Error', '3. Error Handling'],
  ['Err', undefined],
  ['(none)', undefined],
  ['', undefined],
])('takes %j for the heading %j', (entry, heading) => {
  const headings = designHeadings(
    '## Component A: Parser\n## **Parser**\n## AD-5 — One queue\n## 3. Error Handling\n## 3.6 Retries\n',
  )
  expect(findDesign(headings, entry)?.text.replaceAll('*', '')).toBe(heading)
})
