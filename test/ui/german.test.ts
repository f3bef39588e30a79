import { expect, it } from 'vitest'
import { lens, openFile, runCommand, showTasksView, terminalTabs, toast, treeRow } from '../hosts/steps.mjs'
import { group, spec } from './runningGroup'
import { timelineFrame } from './timelineFrame'
import { openWindow } from './window'

it('speaks German from the lens to the timeline where German is the display language', async () => {
  const { page, workspace } = await openWindow({}, { language: 'de' })
  await openFile(page, `${spec}/tasks.md`)
  await showTasksView(page)
  await page.locator('.pane-header').filter({ hasText: 'Läufe' }).waitFor()
  await treeRow(page, `${group.header}, offen`).waitFor()

  await lens(page, /Parallele Gruppe ausführen \(3\)/).click()
  await terminalTabs(page, '●').nth(2).waitFor()
  await treeRow(page, `${group.footer}, läuft, Versuch 1`).waitFor()
  await page.locator('.codelens-decoration').filter({ hasText: '0/3 erledigt' }).waitFor()
  for (const section of ['header', 'articles', 'footer']) await workspace.open(section)

  await toast(page, /newsletter: 3 Aufgaben erledigt, 3 Commits\./).waitFor()
  await page.getByRole('button', { name: 'Änderungen anzeigen' }).waitFor()

  await runCommand(page, 'Parallel Tasks: Zeitachse anzeigen')
  const frame = await timelineFrame(page)
  await frame.getByRole('heading', { name: /^3 Aufgaben in .*, nacheinander/ }).waitFor()
  expect(await frame.locator('html').getAttribute('lang')).toBe('de')
})
