import { expect, it } from 'vitest'
import { lens, openFile, showTasksView, terminalTabs, toast, treeRow } from '../hosts/steps.mjs'
import type { Window } from './window'
import { openWindow } from './window'

const names = ['1.2 Write the header', '1.3 Write the article list', '1.4 Write the footer']

/** A window in which the three tasks of the group run and wait at their gates. */
async function withRunningGroup(): Promise<Window> {
  const window = await openWindow()
  await openFile(window.page, 'specs/newsletter/tasks.md')
  await showTasksView(window.page)
  await lens(window.page, /Run parallel group \(3\)/).click()
  for (const name of names) await treeRow(window.page, `${name}, running, attempt 1`).waitFor()
  return window
}

/** Lets the three tasks go on and checks that each was finished once. */
async function finishGroup({ page, workspace }: Window): Promise<void> {
  for (const section of ['header', 'articles', 'footer']) await workspace.open(section)
  await toast(page, /newsletter: 3 tasks done, 3 commits/).waitFor()
  for (const name of names) await treeRow(page, `${name}, done, attempt 1`).waitFor()
  expect(workspace.git('log', '--reverse', '--format=%s').split('\n').slice(1)).toEqual([
    'feat(page): write the header',
    'feat(page): write the article list',
    'feat(page): write the footer',
  ])
}

it('attaches again to a run that went on while the window was reloaded', async () => {
  const window = await withRunningGroup()

  await window.page.reload()

  for (const name of names) await treeRow(window.page, `${name}, running, attempt 1`).waitFor()
  await terminalTabs(window.page, '●').nth(2).waitFor()
  await finishGroup(window)
})

it('attaches again to a run that went on while the extension host was killed', async () => {
  const window = await withRunningGroup()

  window.server.killExtensionHost()
  await treeRow(window.page, `${names[0]}, running, attempt 1`).waitFor({ state: 'detached' })

  for (const name of names) await treeRow(window.page, `${name}, running, attempt 1`).waitFor()
  await finishGroup(window)
})
