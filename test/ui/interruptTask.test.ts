import { expect, it } from 'vitest'
import { toast, treeRow } from '../hosts/steps.mjs'
import { boxes, group, openRunningGroup, subjects } from './runningGroup'
import { showTerminal, terminalLine } from './terminal'
import { attemptPids, attempts, executorPids, isRunning, leftOvers } from './traces'

it('stops one task by Ctrl+C in its terminal, and lets the others go on', async () => {
  const { page, workspace } = await openRunningGroup()
  const others = attemptPids(workspace).filter(({ index }) => index !== 2)
  expect(others).toHaveLength(2)
  await showTerminal(page, group.articles)
  await terminalLine(page, 'The articles comes next').waitFor()
  await page.locator('.terminal-wrapper.active .xterm-screen').click()

  await page.keyboard.press('Control+C')

  await terminalLine(page, '^C stopping …').waitFor()
  await treeRow(page, `${group.articles}, cancelled, attempt 1`).waitFor()
  await expect.poll(() => executorPids(workspace, 2)).toEqual([])
  await treeRow(page, `${group.header}, running, attempt 1`).waitFor()
  await treeRow(page, `${group.footer}, running, attempt 1`).waitFor()
  for (const { pid } of others) expect(await isRunning(pid)).toBe(true)

  for (const section of ['header', 'footer']) await workspace.open(section)
  await toast(page, /newsletter: 2 of 3 tasks done, 1 stopped/).waitFor()
  await treeRow(page, `${group.header}, done, attempt 1`).waitFor()
  await treeRow(page, `${group.articles}, cancelled, attempt 1`).waitFor()
  expect(await boxes(workspace)).toEqual(['- [x] 1.2', '- [ ] 1.3', '- [x] 1.4'])
  expect(subjects(workspace)).toEqual(['chore: start', 'feat(page): write the header', 'feat(page): write the footer'])
  expect(attempts(workspace)).toEqual(['1.1', '2.1', '3.1'])
  await expect.poll(() => leftOvers(workspace)).toEqual([])
})
