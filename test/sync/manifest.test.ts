import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSettings } from '#core/settings/read'
import { defaultSettings } from '#core/settings/settings'
import { runnerSettings, serverSettings, viewSettings } from '../../client/src/platform/settingIds'
import { readManifest } from './manifest'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Manifest {
  readonly icon: string
  readonly activationEvents: readonly string[]
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[]
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] }
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[]
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown }>>
    }
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly when?: string; readonly completionEvents: readonly string[] }[]
    }[]
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[]
    readonly grammars: readonly { readonly path: string }[]
  }
}

const manifest = readManifest<Manifest>()
const { contributes } = manifest
const sources = sourcesOf(join(root, 'client', 'src'))
const wire = readFileSync(join(root, 'core', 'src', 'wire', 'commands.ts'), 'utf8')

describe('the manifest and the code', () => {
  it('name the same commands', () => {
    const table = readFileSync(join(root, 'client', 'src', 'commands', 'table.ts'), 'utf8')
    const handled = keysOf(table.slice(table.indexOf('commandTable')))
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual([...handled].sort())
  })

  it('give every command that lenses carry a handler', () => {
    const declared = contributes.commands.map(({ command }) => command)
    expect(keysOf(wire).filter((id) => !declared.includes(id))).toEqual([])
  })

  it('put every command under one category', () => {
    expect(new Set(contributes.commands.map(({ category }) => category))).toEqual(new Set(['Parallel Tasks']))
  })

  it('use only commands in menus and welcome texts that there are', () => {
    const declared = contributes.commands.map(({ command }) => command)
    const inMenus = Object.values(contributes.menus)
      .flat()
      .flatMap(({ command }) => command ?? [])
    const inTexts = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/command:(parallelTasks\.\w+)/g)].map(([, id]) => id ?? ''),
    )
    expect([...inMenus, ...inTexts].filter((id) => !declared.includes(id))).toEqual([])
  })

  it('name the same settings', () => {
    const known = [...runnerSettings, ...serverSettings, ...viewSettings].map((key) => `parallelTasks.${key}`)
    expect(Object.keys(contributes.configuration.properties).sort()).toEqual(known.sort())
  })

  it('agree on the defaults of the settings', () => {
    const given = Object.fromEntries(
      Object.entries(contributes.configuration.properties).map(([key, { default: value }]) => [key, value]),
    )
    const { settings, problems } = readSettings(given)
    expect(problems).toEqual([])
    expect(settings).toEqual(defaultSettings)
  })

  it('name the same views', () => {
    const declared = Object.values(contributes.views)
      .flat()
      .map(({ id }) => id)
    const created = sources.flatMap((text) =>
      [...text.matchAll(/createTreeView\(\s*'([^']+)'/g)].map(([, id]) => id ?? ''),
    )
    expect([...created].sort()).toEqual([...declared].sort())
    expect(contributes.viewsWelcome.filter(({ view }) => !declared.includes(view))).toEqual([])
    expect(Object.keys(contributes.views)).toEqual(contributes.viewsContainers.activitybar.map(({ id }) => id))
  })

  it('use the same context keys', () => {
    const keys = readFileSync(join(root, 'client', 'src', 'platform', 'contextKeys.ts'), 'utf8')
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps)
    const conditions = [
      ...[...Object.values(contributes.menus).flat(), ...contributes.viewsWelcome, ...steps].map(
        ({ when }) => when ?? '',
      ),
      ...steps.flatMap(({ completionEvents }) => completionEvents.filter((event) => event.startsWith('onContext:'))),
    ]
    const used = conditions.flatMap((when) =>
      [...when.matchAll(/(?<!view == )\bparallelTasks\.\w+/g)].map(([key]) => key),
    )
    expect([...new Set(used)].sort()).toEqual(keysOf(keys).sort())
  })

  it('point only to files that there are', () => {
    const paths = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...Object.values(contributes.views)
        .flat()
        .map(({ icon }) => icon),
      ...contributes.jsonValidation.map(({ url }) => url),
      ...contributes.grammars.map(({ path }) => path),
    ]
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

/** The quoted `parallelTasks.…` keys of an object or interface. */
function keysOf(text: string): string[] {
  return [...text.matchAll(/'(parallelTasks\.\w+)':/g)].map(([, id]) => id ?? '')
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}
