import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readManifest } from './manifest'

interface Step {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly media: { readonly svg: string; readonly altText: string }
  readonly completionEvents: readonly string[]
}

interface Manifest {
  readonly publisher: string
  readonly name: string
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[]
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> }
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[]
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifest = readManifest<Manifest>()
const { commands, configuration, walkthroughs } = manifest.contributes
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps)
const pictures = join(root, 'media', 'walkthrough')

describe('the walkthrough', () => {
  it('is the one that the command Get Started opens', () => {
    const source = readFileSync(join(root, 'client/src/commands/openWalkthrough.ts'), 'utf8')
    expect(walkthroughs.map(({ id }) => `${manifest.publisher}.${manifest.name}#${id}`)).toEqual([
      /walkthroughId = '(.+)'/.exec(source)?.[1],
    ])
  })

  it.each(steps.map((step) => [step.id, step] as const))('names in step %s only what there is', (_, step) => {
    const called = [
      ...step.description.matchAll(/command:(?:toSide:)?([\w.]+)/g),
      ...step.completionEvents.join(' ').matchAll(/onCommand:(\S+)/g),
    ].map(([, id]) => id ?? '')
    const own = called.filter((id) => id.startsWith('parallelTasks.'))
    const settings = [...step.completionEvents.join(' ').matchAll(/onSettingChanged:(\S+)/g)].map(([, id]) => id ?? '')
    expect(called.length, 'a step has a button').toBeGreaterThan(0)
    expect(own.filter((id) => !commands.some(({ command }) => command === id))).toEqual([])
    expect(settings.filter((id) => !(id in configuration.properties))).toEqual([])
    expect(step.completionEvents.length, 'a step can be done').toBeGreaterThan(0)
  })

  it('shows every picture there is, each in words too, and no other', () => {
    expect([...new Set(steps.map(({ media }) => media.svg))].sort()).toEqual(
      readdirSync(pictures)
        .map((name) => `media/walkthrough/${name}`)
        .sort(),
    )
    expect(steps.filter(({ media }) => media.altText.length < 20)).toEqual([])
  })

  it.each(readdirSync(pictures))('colours %s by the theme alone, with nothing from outside', (name) => {
    const svg = readFileSync(join(pictures, name), 'utf8')
    const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour ?? '')
    expect(colours.filter((colour) => colour !== 'none' && !colour.startsWith('var(--vscode-'))).toEqual([])
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|<script|<image|style=/)
  })
})
