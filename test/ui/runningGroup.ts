import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { lens, openFile, showTasksView, toast, treeRow } from '../hosts/steps.mjs'
import type { Workspace } from '../hosts/workspace.mjs'
import { journalOf, leftOvers } from './traces'
import type { Window } from './window'
import { openWindow } from './window'

/** The spec's folder in the workspace. */
export const spec = 'specs/newsletter'

/** The tasks of the group by the section that each writes. */
export const group = {
  header: '1.2 Write the header',
  articles: '1.3 Write the article list',
  footer: '1.4 Write the footer',
}

/** A window in which the three tasks of the group, or the first ones of them, run and wait at their gates. */
export async function openRunningGroup(settings?: Readonly<Record<string, unknown>>, first = 3): Promise<Window> {
  const window = await openWindow(settings)
  await openFile(window.page, `${spec}/tasks.md`)
  await showTasksView(window.page)
  await lens(window.page, /Run parallel group \(3\)/).click()
  for (const name of Object.values(group).slice(0, first))
    await treeRow(window.page, `${name}, running, attempt 1`).waitFor()
  return window
}

/** Waits until the window tells that the group is done, then checks that each task was finished once and nothing is left. */
export async function expectFinishedOnce({ page, workspace }: Window): Promise<void> {
  await toldDone(page)
  await expectOneOfEach(workspace)
}

/** Waits until the window tells that all three tasks are done. */
export async function toldDone(page: Page): Promise<void> {
  await toast(page, /newsletter: 3 tasks done, 3 commits/).waitFor()
  for (const name of Object.values(group)) await treeRow(page, new RegExp(`^${name}, done, attempt \\d$`)).waitFor()
}

/** Checks the saved files and the commits: one tick, entry and commit for each task, and nothing left over. */
export async function expectOneOfEach(workspace: Workspace): Promise<void> {
  expect(await boxes(workspace)).toEqual(['- [x] 1.2', '- [x] 1.3', '- [x] 1.4'])
  expect((await workspace.read(`${spec}/.progress.md`)).match(/^- (\[x\] 1\.[234]|The \w+ needs).*$/gm)).toEqual([
    '- [x] 1.2 Wrote the header',
    '- [x] 1.3 Wrote the articles',
    '- [x] 1.4 Wrote the footer',
    '- The header needs no script of its own',
    '- The articles needs no script of its own',
    '- The footer needs no script of its own',
  ])
  expect(subjects(workspace)).toEqual([
    'chore: start',
    'feat(page): write the header',
    'feat(page): write the article list',
    'feat(page): write the footer',
  ])
  expect(journalOf(workspace).filter(({ kind }) => kind === 'runEnded')).toHaveLength(1)
  await expect.poll(() => leftOvers(workspace)).toEqual([])
}

/** The boxes of the group in the saved file. */
export async function boxes(workspace: Workspace): Promise<readonly string[]> {
  return (await workspace.read(`${spec}/tasks.md`)).match(/^- \[.\] 1\.[234]/gm) ?? []
}

/** The first lines of all commits, oldest first. */
export function subjects(workspace: Workspace): readonly string[] {
  return workspace.git('log', '--reverse', '--format=%s').split('\n')
}
