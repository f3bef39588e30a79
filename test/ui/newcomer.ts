import type { Locator, Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { openWorkbench } from '../hosts/page.mjs'
import type { Server, ServerOptions } from '../hosts/server.mjs'
import { startServer } from '../hosts/server.mjs'
import { runCommand } from '../hosts/steps.mjs'
import type { Workspace } from '../hosts/workspace.mjs'
import { createWorkspace } from '../hosts/workspace.mjs'
import { keepPicture } from './window'

/** A window of somebody who has just installed the extension: an empty folder, no settings, no agent. */
export interface NewWindow {
  readonly page: Page
  readonly workspace: Workspace
  readonly server: Server
}

/** Opens such a window for the running test; it is gone when the test is over. */
export async function openNewWindow(options: ServerOptions = {}): Promise<NewWindow> {
  const workspace = await createWorkspace('garden', [])
  onTestFinished(() => workspace.remove())
  const server = await startServer({ vsix: inject('vsix'), ...options })
  onTestFinished(() => server.stop())
  const workbench = await openWorkbench({ server, folder: workspace.folder })
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(workbench.page, task.name)
    await workbench.close()
  })
  return { page: workbench.page, workspace, server }
}

/** Opens the walkthrough through the palette. */
export async function openWalkthrough(page: Page): Promise<void> {
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: /^Parallel Tasks/ })
    .waitFor()
  await runCommand(page, 'Parallel Tasks: Get Started')
  await page.locator('.getting-started-step').first().waitFor()
}

/** A step of the walkthrough by its id in the manifest. */
export function step(page: Page, id: string): Locator {
  return page.locator(`.getting-started-step[data-step-id$="#${id}"]`)
}

/** Unfolds a step and presses one of its buttons. */
export async function pressIn(page: Page, id: string, button: string): Promise<void> {
  if ((await step(page, id).getAttribute('aria-expanded')) !== 'true') await step(page, id).click()
  await step(page, id).getByRole('button', { name: button, exact: true }).click()
}

/** The ids of the steps that are there, and of those that carry a tick. */
export async function stepStates(page: Page): Promise<Readonly<Record<string, 'done' | 'open'>>> {
  const states: Record<string, 'done' | 'open'> = {}
  for (const box of await page.locator('.getting-started-step [role=checkbox]').all()) {
    const id = (await box.getAttribute('data-done-step-id'))?.split('#').at(-1) ?? ''
    states[id] = (await box.getAttribute('aria-checked')) === 'true' ? 'done' : 'open'
  }
  return states
}
