import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { packageExtension } from '../hosts/packageExtension.mjs'

/** The project's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const notCopied = new Set(['node_modules', '.git', '.vscode-test', 'dist', 'out', 'coverage', '.parallel-tasks'])

/**
 * A copy of the project with bundles as they are shipped, and with source maps and other things beside them that no
 * package may take along. It needs no step of its own before packing.
 */
export function projectCopy(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parallel-tasks-package-')))
  cpSync(root, folder, { recursive: true, filter: (path) => !notCopied.has(basename(path)) })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const build = ['scripts/build.mjs', '--production', '--outdir', join(folder, 'dist')]
  execFileSync(process.execPath, build, { cwd: root })
  for (const decoy of ['.env', 'dist/client.js.map', 'docs/notes.txt']) writeFileSync(join(folder, decoy), 'secret\n')
  const { scripts: _, ...manifest }: Record<string, unknown> = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2))
  return folder
}

/** Packs a copy with vsce and unpacks it again. */
export async function packedVsix(project: string): Promise<{ readonly vsix: string; readonly content: string }> {
  const vsix = await packageExtension(undefined, project)
  const content = temporaryFolder()
  execFileSync('unzip', ['-q', vsix, '-d', content])
  return { vsix, content }
}

/** Runs npm without any network. */
export function npm(args: readonly string[], cwd: string): string {
  const env = { ...process.env, npm_config_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' }
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parallel-tasks-content-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
