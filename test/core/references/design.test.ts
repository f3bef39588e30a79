import { expect, it } from 'vitest'
import { designHeadings } from '#core/references/design'

it('lists the headings below the title, each once, outside fences', () => {
  const text =
    '# Design\n\n## Components ##\n\n### Parser\n\n```md\n## Not this\n```\n\n## Components\n\n##\n\n#### Error Handling\n'
  expect(designHeadings(text)).toEqual(['Components', 'Parser', 'Error Handling'])
})
