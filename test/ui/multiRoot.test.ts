import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it, onTestFinished } from 'vitest'
import { openWorkbench } from '../hosts/page.mjs'
import { startServer } from '../hosts/server.mjs'
import { lens, openFile, runCommand, showTasksView, toast, treeRow } from '../hosts/steps.mjs'
import type { Workspace } from '../hosts/workspace.mjs'
import { createWorkspace } from '../hosts/workspace.mjs'
import { keepPicture } from './window'

it('shows the specs of two folders, runs in one of them, and writes a sample where it is told to', async () => {
  const first = await folderWith('newsletter')
  const second = await folderWith('problems')
  const page = await openBoth([first, second])
  await openFile(page, 'specs/newsletter/tasks.md')
  await showTasksView(page)
  await treeRow(page, /^checkout/).waitFor()

  await lens(page, /Run parallel group \(3\)/).click()
  for (const section of ['header', 'articles', 'footer']) await first.open(section)
  await toast(page, /newsletter: 3 tasks done, 3 commits/).waitFor()
  expect(first.git('log', '-1', '--format=%s')).toBe('feat(page): write the footer')
  expect(second.git('status', '--porcelain')).toBe('')

  await runCommand(page, 'Parallel Tasks: Create Sample Spec')
  // A tip of the row under the pointer may lie over the other one: it is chosen with the keyboard.
  const choices = page.locator('.quick-input-list .monaco-list-row')
  await choices.filter({ hasText: 'problems' }).first().waitFor()
  await page.keyboard.type('problems')
  await expect.poll(() => choices.count()).toBe(1)
  await page.keyboard.press('Enter')
  await treeRow(page, /^sample/).waitFor()
  expect([first, second].map(({ folder }) => existsSync(join(folder, 'specs/sample/tasks.md')))).toEqual([false, true])
})

async function folderWith(fixture: string): Promise<Workspace> {
  const workspace = await createWorkspace(fixture, [`test/fixtures/${fixture}`], { 'parallelTasks.executor': 'shell' })
  onTestFinished(() => workspace.remove())
  return workspace
}

/** A window on several folders at once. */
async function openBoth(folders: readonly Workspace[]): Promise<Parameters<typeof openFile>[0]> {
  const home = await mkdtemp(join(tmpdir(), 'parallel-tasks-multi-root-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const file = join(home, 'both.code-workspace')
  await writeFile(file, JSON.stringify({ folders: folders.map(({ folder }) => ({ path: folder })) }))
  const server = await startServer({ vsix: inject('vsix') })
  onTestFinished(() => server.stop())
  const workbench = await openWorkbench({ server, folder: file })
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(workbench.page, task.name)
    await workbench.close()
  })
  return workbench.page
}
