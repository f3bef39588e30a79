import type { ExecutorDefinition, ExecutorSettings } from '#core/generated/executors'
import { UserError } from '../userError'
import { findProgram, type ProgramPlaces } from './findProgram'
import { presets } from './presets'

/** An executor that is ready to be used. */
export type Executor =
  | { readonly kind: 'shell'; readonly name: 'shell' }
  | { readonly kind: 'verify'; readonly name: 'verify' }
  | {
      readonly kind: 'program'
      readonly name: string
      /** Absolute path of the program. */
      readonly program: string
      readonly definition: ExecutorDefinition
    }

/** Names of all executors that can be asked for, `auto` first, then the built-in ones, the presets, the user's own. */
export function executorNames(own: ExecutorSettings): readonly string[] {
  return [...new Set(['auto', 'shell', 'verify', ...presets.map((preset) => preset.name), ...Object.keys(own)])]
}

/** The definition of an executor by name, the user's own first; undefined for the built-in ones and unknown names. */
export function definitionOf(name: string, own: ExecutorSettings): ExecutorDefinition | undefined {
  return Object.hasOwn(own, name) ? own[name] : presets.find((preset) => preset.name === name)?.definition
}

/**
 * Finds the executor of a name. `auto` is the first installed preset in the order of `presets`.
 * Throws `UserError` for an unknown name, and for a program that is not installed.
 */
export function resolveExecutor(name: string, own: ExecutorSettings, places: ProgramPlaces): Executor {
  if (name === 'auto') return firstInstalled(own, places)
  const definition = definitionOf(name, own)
  if (definition === undefined && (name === 'shell' || name === 'verify'))
    return name === 'shell' ? { kind: 'shell', name } : { kind: 'verify', name }
  if (definition === undefined)
    throw new UserError(`There is no executor "${name}"; known are ${executorNames(own).join(', ')}.`)
  const program = findProgram(definition.command, places)
  if (program === undefined)
    throw new UserError(
      `The executor "${name}" needs the program "${definition.command}", which was not found; install it or name another with --executor.`,
    )
  return { kind: 'program', name, program, definition }
}

function firstInstalled(own: ExecutorSettings, places: ProgramPlaces): Executor {
  for (const { name } of presets) {
    const definition = definitionOf(name, own)
    const program = definition === undefined ? undefined : findProgram(definition.command, places)
    if (definition !== undefined && program !== undefined) return { kind: 'program', name, program, definition }
  }
  const looked = presets.map((preset) => preset.name).join(', ')
  throw new UserError(
    `No coding agent was found (looked for ${looked}); install one, or use --executor shell for tasks with Run commands.`,
  )
}
