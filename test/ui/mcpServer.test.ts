import { expect, it } from 'vitest'
import { openFile, runCommand, showTasksView } from '../hosts/steps.mjs'
import { spec } from './runningGroup'
import { openWindow } from './window'

it('has its MCP server started by the editor, which finds all of its tools', async () => {
  const { page } = await openWindow({}, { settings: { 'chat.disableAIFeatures': false } })
  const choose = (text: string): Promise<void> =>
    page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first().click()
  await openFile(page, `${spec}/tasks.md`)
  await showTasksView(page)

  await runCommand(page, 'MCP: List Servers')
  await choose('Parallel Tasks')
  await choose('Start Server')
  const output = page.locator('.output-view .view-lines')
  await expect.poll(async () => (await output.innerText()).replaceAll('\u00A0', ' ')).toContain('Discovered 5 tools')
})
