import { dirname } from 'node:path'
import type { BreakAt } from '#core/plan/plan'
import type { Severity } from '#core/rules/problem'
import type { Settings } from '#core/settings/settings'
import { lintGithub } from '../console/lintGithub'
import { lintJson } from '../console/lintJson'
import { lintPretty } from '../console/lintPretty'
import { lintSarif } from '../console/lintSarif'
import type { LintedFile } from '../console/lintedFile'
import { findSpecs } from '../files/findSpecs'
import { loadSettings } from '../files/settingsFile'
import type { CommandContext } from './context'
import { checkSpec, openFile } from './openSpec'

/** The flags of `lint`. */
export interface LintFlags {
  readonly format: 'pretty' | 'json' | 'github' | 'sarif'
  readonly maxSeverity: 'none' | Severity
  readonly breakAt?: BreakAt
  readonly config?: string
}

const ranks = { none: 0, hint: 1, info: 2, warning: 3, error: 4 } as const

/** Checks every spec named, prints the problems, and sets exit code 1 when one is worse than allowed. */
export async function runLint(paths: readonly string[], flags: LintFlags, context: CommandContext): Promise<void> {
  const loaded = (await loadSettings(flags.config, context.cwd)).settings
  const settings: Settings = {
    ...loaded,
    groups: { ...loaded.groups, breakAt: flags.breakAt ?? loaded.groups.breakAt },
  }
  const found = new Set<string>()
  for (const argument of paths)
    for (const file of await findSpecs(argument, context.cwd, settings.files)) found.add(file)
  const files = await lintFiles([...found], context.cwd, settings)
  context.out(print(files, flags.format, context))
  const worst = Math.max(0, ...files.flatMap((file) => file.problems.map((problem) => ranks[problem.severity])))
  if (worst > ranks[flags.maxSeverity]) context.exit(1)
}

/** Checks tasks documents, given by absolute paths. */
export async function lintFiles(
  paths: readonly string[],
  cwd: string,
  settings: Settings,
): Promise<readonly LintedFile[]> {
  const files: LintedFile[] = []
  for (const file of paths) {
    const spec = await openFile({ file, dir: dirname(file) }, cwd, settings)
    const { shown, document } = spec
    files.push({ file, shown, text: document.text, problems: await checkSpec(spec, cwd, settings) })
  }
  return files
}

function print(files: readonly LintedFile[], format: LintFlags['format'], context: CommandContext): string {
  switch (format) {
    case 'pretty':
      return lintPretty(files, context.paint)
    case 'json':
      return lintJson(files)
    case 'github':
      return lintGithub(files)
    case 'sarif':
      return lintSarif(files, context)
  }
}
