import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readManifest } from './manifest'

interface Setting {
  readonly type: string
  readonly default: unknown
  readonly scope: string
  readonly order: number
  readonly tags?: readonly string[]
  readonly markdownDescription: string
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly additionalProperties?: { readonly enum?: readonly string[]; readonly enumDescriptions?: readonly string[] }
}

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } }
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Setting>> } }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manifest = readManifest<Manifest>()
const settings = Object.entries(manifest.contributes.configuration.properties)
const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces

/** What every setting is sorted under in the settings editor (`@tag:`). */
const tags = ['execution', 'git', 'language', 'view', 'advanced']

describe('the settings', () => {
  it.each(settings)('%s says what it does, has a place, a scope and tags', (_, setting) => {
    expect(setting.markdownDescription).toMatch(/^[A-Z`].{24,}/s)
    expect(setting.markdownDescription).toMatch(/[.`)]$/)
    expect(['machine-overridable', 'resource', 'window']).toContain(setting.scope)
    expect(setting).toHaveProperty('default')
    expect(setting.tags?.length).toBeGreaterThan(0)
    expect(setting.tags?.filter((tag) => !tags.includes(tag))).toEqual([])
  })

  it('stand in one order, each in a place of its own', () => {
    expect(settings.map(([, { order }]) => order)).toEqual(settings.map((_, at) => at + 1))
  })

  it('explain every value that can be chosen', () => {
    const bare = settings.flatMap(([name, { additionalProperties, ...own }]) =>
      [own, additionalProperties ?? {}].some(
        (list) => list.enum !== undefined && list.enumDescriptions?.length !== list.enum.length,
      )
        ? [name]
        : [],
    )
    expect(bare).toEqual([])
  })

  it('refer only to settings that there are', () => {
    const names = new Set(settings.map(([name]) => name))
    const referred = settings.flatMap(([, { markdownDescription }]) =>
      [...markdownDescription.matchAll(/`#(parallelTasks[\w.]+)#`/g)].map(([, name]) => name ?? ''),
    )
    expect(referred.filter((name) => !names.has(name))).toEqual([])
  })

  it('that decide which program runs belong to the machine, and what else steers a run is ignored without trust', () => {
    const ofMachine = settings.filter(([, { scope }]) => scope === 'machine-overridable').map(([name]) => name)
    expect(ofMachine).toEqual(['parallelTasks.executor', 'parallelTasks.executors', 'parallelTasks.verify'])
    expect(restrictedConfigurations).toEqual(expect.arrayContaining(ofMachine))
    expect(restrictedConfigurations.filter((name) => !settings.some(([known]) => known === name))).toEqual([])
  })

  it('stand in the README with their defaults, all of them', () => {
    const rows = [...read('README.md').matchAll(/^\| `(parallelTasks\.[\w.]+)` +\| `([^`]+)` +\|/gm)]
    expect(rows.map(([, name, value]) => [name, value])).toEqual(
      settings.map(([name, { default: value }]) => [name, JSON.stringify(value).replaceAll('","', '", "')]),
    )
  })

  it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/editors.md', 'docs/rules.md'])(
    'are called in %s by names that there are',
    (page) => {
      const names = settings.map(([name]) => name)
      const commands: { contributes: { commands: { command: string }[] } } = JSON.parse(read('package.json'))
      const known = new Set([...names, ...commands.contributes.commands.map(({ command }) => command)])
      const called = [...read(page).matchAll(/\bparallelTasks\.\w+(?:\.\w+)?/g)].map(([name]) => name)
      expect(called.filter((name) => !known.has(name))).toEqual([])
    },
  )
})
