import { expect, it } from 'vitest'
import { terminalTabs, toast, treeRow } from '../hosts/steps.mjs'
import { openNewWindow, openWalkthrough, pressIn, stepStates } from './newcomer'

it('leads a newcomer from an empty folder to a finished parallel run, by its buttons alone', async () => {
  const { page, workspace } = await openNewWindow()
  await openWalkthrough(page)
  const open = { sample: 'open', read: 'open', executor: 'open', run: 'open', look: 'open', own: 'open' }
  expect(await stepStates(page)).toEqual(open)

  await pressIn(page, 'sample', 'Create Sample Spec')
  await page.locator('.tab').filter({ hasText: 'tasks.md' }).waitFor()
  await toast(page, /The sample spec is ready/).waitFor()
  await expect.poll(() => stepStates(page)).toEqual({ ...open, sample: 'done' })

  await pressIn(page, 'read', 'Open tasks.md')
  await page.locator('.codelens-decoration').filter({ hasText: 'Run parallel group (3)' }).waitFor()

  await pressIn(page, 'executor', 'Ask the Doctor')
  await page.locator('.tab').filter({ hasText: 'Doctor' }).waitFor()

  await pressIn(page, 'run', 'Run Sample Spec')
  await terminalTabs(page, '●').nth(2).waitFor()
  await toast(page, /sample: 3 tasks done/).waitFor()

  await pressIn(page, 'look', 'Open Tasks View')
  await treeRow(page, /^Parallel group of 3 tasks, 3 of 3 done/).waitFor()
  await pressIn(page, 'own', 'Open Settings')
  await page.locator('.settings-editor .setting-item-category').filter({ hasText: 'Parallel Tasks' }).first().waitFor()
  const done = { sample: 'done', read: 'done', executor: 'done', run: 'done', look: 'done', own: 'done' }
  await expect.poll(() => stepStates(page)).toEqual(done)

  expect((await workspace.read('specs/sample/tasks.md')).match(/^- \[.\] \S+/gm)).toEqual([
    '- [x] 1.1',
    '- [x] 1.2',
    '- [x] 1.3',
    '- [ ] 1.4',
    '- [ ] 2.1',
  ])
  expect(await workspace.read('sample-output/greeting.txt')).toBe('Hello\n')
})
