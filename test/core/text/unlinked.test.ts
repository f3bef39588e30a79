import { expect, test } from 'vitest'
import { unlinked } from '#core/text/unlinked'

/** What VS Code takes for a link in a notification. */
const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: .+?)?\)/

test('a notification has no links that a title or a reason brings along', () => {
  const hostile = 'Task 1.1 [Details](command:workbench.action.quit) failed, see [x](https://example.com "y")'
  expect(hostile).toMatch(link)
  expect(unlinked(hostile)).not.toMatch(link)
  expect(unlinked(hostile).replaceAll('\u200B', '')).toBe(hostile)
  expect(unlinked('app/[id]/page.tsx (new)')).toBe('app/[id]/page.tsx (new)')
})
