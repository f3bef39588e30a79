import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lens, openFile, showTasksView, treeRow } from '../hosts/steps.mjs'
import { group, openRunningGroup, spec, toldDone } from './runningGroup'
import { journalOf } from './traces'
import { openWindow } from './window'

it('lets a run that goes on have more tasks at a time as soon as the setting says so', async () => {
  const { page, workspace } = await openRunningGroup({ 'parallelTasks.maxConcurrent': 1 }, 1)
  const queued = treeRow(page, /^1\.[34] .*, queued/)
  await expect.poll(() => queued.count()).toBe(2)

  await writeFile(
    join(workspace.folder, '.vscode', 'settings.json'),
    JSON.stringify({ 'parallelTasks.executor': 'shell', 'parallelTasks.maxConcurrent': 2 }),
  )
  await treeRow(page, `${group.articles}, running, attempt 1`).waitFor()
  await expect.poll(() => queued.count()).toBe(1)
  expect(
    journalOf(workspace).flatMap((event) => (event.kind === 'concurrencyChanged' ? [event.maxConcurrent] : [])),
  ).toEqual([2])

  for (const section of ['header', 'articles', 'footer']) await workspace.open(section)
  await toldDone(page)
  expect(journalOf(workspace).filter(({ kind }) => kind === 'runStarted')).toHaveLength(1)
})

it('takes over changed settings at once, without reloading the window', async () => {
  const { page, workspace } = await openWindow()
  const change = (settings: Readonly<Record<string, unknown>>): Promise<void> =>
    writeFile(
      join(workspace.folder, '.vscode', 'settings.json'),
      JSON.stringify({ 'parallelTasks.executor': 'shell', ...settings }),
    )
  await writeFile(join(workspace.folder, 'work.md'), '# Work\n\n- [ ] T001 [P] Make a\n- [ ] T002 [P] Make b\n')
  await openFile(page, `${spec}/tasks.md`)
  await showTasksView(page)
  await treeRow(page, /^newsletter, spec/).waitFor()
  const border = page.locator('.editor-instance .view-overlays [class*="ced-"]')
  await expect.poll(() => border.count()).toBeGreaterThan(5)

  await change({ 'parallelTasks.editor.groupBorders': false })
  await expect.poll(() => border.count()).toBe(0)

  await openFile(page, 'work.md')
  await change({ 'parallelTasks.files.include': ['**/tasks.md', '**/work.md'] })
  await lens(page, /Run parallel group \(2\)/).waitFor()
  await treeRow(page, /, spec, 0 of 2 done/).waitFor()

  await change({ 'parallelTasks.files.include': ['**/work.md'] })
  await treeRow(page, /^newsletter, spec, 1 of 6 done/).waitFor({ state: 'detached' })
})
