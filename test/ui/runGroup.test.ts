import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lens, openFile, problemCount, showTasksView, terminalTabs, toast, treeRow } from '../hosts/steps.mjs'
import { openWindow } from './window'

const spec = 'specs/newsletter'

it('runs a parallel group from the lens to ticks, merged progress, commits and state', async () => {
  const { page, workspace } = await openWindow()
  await openFile(page, `${spec}/tasks.md`)
  await showTasksView(page)

  await lens(page, /Run parallel group \(3\)/).click()

  // The tasks wait at their gates, so all three are seen running at one time.
  await terminalTabs(page, '●').nth(2).waitFor()
  expect(await terminalTabs(page).allInnerTexts()).toEqual([
    expect.stringContaining('● 1.2 Write the header'),
    expect.stringContaining('● 1.3 Write the article list'),
    expect.stringContaining('● 1.4 Write the footer'),
  ])
  for (const name of ['1.2 Write the header', '1.3 Write the article list', '1.4 Write the footer']) {
    await treeRow(page, `${name}, running, attempt 1`).waitFor()
  }
  await page.locator('.codelens-decoration').filter({ hasText: '0/3 done' }).waitFor()

  // One that is done does not alarm anybody while the others run; its box is ticked at the end.
  await workspace.open('articles')
  await treeRow(page, '1.3 Write the article list, done, attempt 1').waitFor()
  await page.locator('.codelens-decoration').filter({ hasText: '1/3 done' }).waitFor()
  expect(await problemCount(page)).toBe('No Problems')

  for (const section of ['footer', 'header']) await workspace.open(section)

  await toast(page, /newsletter: 3 tasks done, 3 commits/).waitFor()
  for (const name of ['1.2 Write the header', '1.3 Write the article list', '1.4 Write the footer']) {
    await treeRow(page, `${name}, done, attempt 1`).waitFor()
  }
  await expect.poll(() => terminalTabs(page, '✓').count()).toBe(3)

  await expect.poll(() => problemCount(page)).toBe('No Problems')

  const boxes = (await workspace.read(`${spec}/tasks.md`)).match(/^- \[.\] \S+/gm)
  expect(boxes).toEqual(['- [x] 1.1', '- [x] 1.2', '- [x] 1.3', '- [x] 1.4', '- [ ] 1.5', '- [ ] 2.1'])
  expect((await workspace.read(`${spec}/.progress.md`)).match(/The (\w+) needs no script of its own/g)).toEqual([
    'The header needs no script of its own',
    'The articles needs no script of its own',
    'The footer needs no script of its own',
  ])
  expect(workspace.git('log', '--reverse', '--format=%s').split('\n')).toEqual([
    'chore: start',
    'feat(page): write the header',
    'feat(page): write the article list',
    'feat(page): write the footer',
  ])
  expect(workspace.git('show', '--name-only', '--format=', 'HEAD~1')).toBe('src/articles.html')
  const state = JSON.parse(await workspace.read(`${spec}/.ralph-state.json`))
  expect(state).toMatchObject({ taskIndex: 4, totalTasks: 6 })
  expect(existsSync(join(workspace.folder, spec, '.parallel-tasks', 'lock'))).toBe(false)
})
