// The desktop host: VS Code on a developer's own machine, through @vscode/test-electron.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron'
import { projectRoot } from './serverHost.mjs'

/**
 * Looks for a desktop VS Code: the one that VSCODE_EXECUTABLE_PATH names, else a download from its maker.
 * @returns {Promise<{ readonly executable: string | undefined, readonly reason: string }>} without an executable, the reason says why
 */
export async function findDesktop() {
  const named = process.env['VSCODE_EXECUTABLE_PATH']
  if (named) return { executable: named, reason: 'VSCODE_EXECUTABLE_PATH names it' }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { executable: undefined, reason: 'there is no display for a desktop one' }
  }
  try {
    const executable = await downloadAndUnzipVSCode({ cachePath: join(projectRoot, '.vscode-test', 'desktop') })
    return { executable, reason: 'downloaded from its maker' }
  } catch (error) {
    return {
      executable: undefined,
      reason: `the desktop one cannot be downloaded: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

/**
 * Runs a suite in the extension host of a desktop VS Code with a clean profile.
 * @param {string} executable
 * @param {{ readonly suite: string, readonly folder: string, readonly env: Readonly<Record<string, string>> }} job absolute paths
 * @returns {Promise<number>} the suite's exit code
 */
export async function runOnDesktop(executable, job) {
  const profile = await mkdtemp(join(tmpdir(), 'pt-profile-'))
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: job.suite,
      extensionTestsEnv: job.env,
      launchArgs: [job.folder, '--disable-workspace-trust', '--disable-extensions', '--user-data-dir', profile],
    })
  } catch {
    // It rejects when a test failed; the result file says which.
    return 1
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}
