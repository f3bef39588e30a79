import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { openWorkbench } from '../hosts/page.mjs'
import { projectRoot } from '../hosts/serverHost.mjs'
import type { Server, ServerOptions } from '../hosts/server.mjs'
import { startServer } from '../hosts/server.mjs'
import type { Workspace } from '../hosts/workspace.mjs'
import { createWorkspace } from '../hosts/workspace.mjs'
import { executorPids } from './traces'

/** A window with the packed extension on a fresh copy of the newsletter workspace. */
export interface Window {
  readonly page: Page
  readonly workspace: Workspace
  readonly server: Server
}

/**
 * Opens a window for the running test, with these settings of the workspace beside the executor, in English if no other
 * language is named; it is closed, and all that it started ended, when the test is over. A failed test leaves a picture in out/ui.
 */
export async function openWindow(
  settings: Readonly<Record<string, unknown>> = {},
  more: Pick<ServerOptions, 'language' | 'trust' | 'settings'> = {},
): Promise<Window> {
  const workspace = await createWorkspace('newsletter', ['test/fixtures/newsletter'], {
    'parallelTasks.executor': 'shell',
    ...settings,
  })
  onTestFinished(async () => {
    await endExecutors(workspace)
    await workspace.remove()
  })
  const server = await startServer({ vsix: inject('vsix'), ...more })
  onTestFinished(() => server.stop())
  const workbench = await openWorkbench({ server, folder: workspace.folder })
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(workbench.page, task.name)
    await workbench.close()
  })
  return { page: workbench.page, workspace, server }
}

/** A test that fails in the middle of a run leaves executors behind, which wait for a gate that nobody opens. */
async function endExecutors(workspace: Workspace): Promise<void> {
  for (const pid of await executorPids(workspace)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended in the meantime.
    }
  }
}

/** Keeps how the window looked, in out/ui. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot, 'out', 'ui')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name.replaceAll(/\W+/g, '-')}.png`)
  await page.screenshot({ path })
  console.log(`How the window looked: ${path}`)
}
