import { execFile } from 'node:child_process'
import type { Settings } from '#core/settings/settings'
import { definitionOf, executorNames } from '../executors/resolve'
import { findProgram } from '../executors/findProgram'
import { presets } from '../executors/presets'
import { safeLine, shorten } from '../console/safeText'
import type { CommandContext } from './context'
import type { ExecutorFinding } from './finding'

/** Longest time a program may take to say its version. */
const versionMs = 10_000

/** Looks for every executor's program and asks those that are there for their version. */
export async function examineExecutors(
  settings: Settings,
  context: CommandContext,
): Promise<readonly ExecutorFinding[]> {
  const places = { cwd: context.cwd, env: context.env }
  const found = executorNames(settings.executors).flatMap((name) => {
    if (name === 'auto') return []
    const definition = definitionOf(name, settings.executors)
    return [
      { name, definition, program: definition === undefined ? undefined : findProgram(definition.command, places) },
    ]
  })
  const auto = presets
    .map((preset) => preset.name)
    .find((name) => found.some((one) => one.name === name && one.program !== undefined))
  return Promise.all(
    found.map(async ({ name, definition, program }) => ({
      name,
      kind: definition === undefined ? 'built-in' : Object.hasOwn(settings.executors, name) ? 'own' : 'preset',
      installed: definition === undefined || program !== undefined,
      program: program ?? null,
      version: program === undefined ? null : await versionOf(program, context.env),
      minVersion: definition?.minVersion ?? null,
      isAuto: name === auto,
    })),
  )
}

function versionOf(program: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { env, timeout: versionMs, windowsHide: true }, (error, stdout) => {
      const line = stdout
        .split('\n')
        .map(safeLine)
        .find((text) => text !== '')
      resolve(error !== null || line === undefined ? null : shorten(line, 80))
    }).stdin?.end()
  })
}
