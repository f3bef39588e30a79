import { describe, expect, it } from 'vitest'
import { readManifest } from './manifest'

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[]
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when?: string }[]
    }
  }
}

type Keys = Readonly<Record<string, string | boolean | number>>

const { contributes } = readManifest<Manifest>()

/** A workspace with one spec that has never been run. */
const atFirst: Keys = {
  isWorkspaceTrusted: true,
  workspaceFolderCount: 1,
  'parallelTasks.hasSpecs': true,
  'parallelTasks.canRun': true,
  'parallelTasks.filter': 'all',
}

/** What runs tasks or stops them; everything else only looks. */
const acting = /\.(run|retry|resume|stop)(?!ner)/

describe('the palette offers what can be done now', () => {
  it('in a workspace without specs: nothing to run, a sample to begin with', () => {
    const offered = palette({ ...atFirst, 'parallelTasks.hasSpecs': false, 'parallelTasks.canRun': false })
    expect(offered.filter((id) => acting.test(id) && id !== 'parallelTasks.runSample')).toEqual([])
    expect(offered).toContain('parallelTasks.createSample')
  })

  it('before the first run: running, and nothing about runs', () => {
    const offered = palette(atFirst)
    expect(offered).toEqual(expect.arrayContaining(['parallelTasks.runGroup', 'parallelTasks.runAll']))
    for (const id of ['stop', 'stopTask', 'retryFailed', 'resume', 'openLog', 'showTaskDiff', 'showTerminals'])
      expect(offered).not.toContain(`parallelTasks.${id}`)
  })

  it('in Restricted Mode: nothing that runs anything', () => {
    const offered = palette({
      ...atFirst,
      isWorkspaceTrusted: false,
      'parallelTasks.hasRun': true,
      'parallelTasks.hasFailed': true,
      'parallelTasks.hasInterrupted': true,
      'parallelTasks.hasCommits': true,
    })
    expect(offered.filter((id) => acting.test(id))).toEqual([])
    expect(offered).not.toContain('parallelTasks.showTaskDiff')
    expect(offered).toContain('parallelTasks.openLog')
  })

  it('while the only spec is being run: stopping, and no second run', () => {
    const offered = palette({
      ...atFirst,
      'parallelTasks.canRun': false,
      'parallelTasks.running': true,
      'parallelTasks.hasRun': true,
    })
    expect(offered).toEqual(expect.arrayContaining(['parallelTasks.stop', 'parallelTasks.stopTask']))
    expect(offered).not.toContain('parallelTasks.runGroup')
    expect(offered).not.toContain('parallelTasks.runAll')
  })

  it('after a failed run: trying again, its logs and its changes', () => {
    const offered = palette({
      ...atFirst,
      'parallelTasks.hasRun': true,
      'parallelTasks.hasFailed': true,
      'parallelTasks.hasCommits': true,
    })
    for (const id of ['retryFailed', 'openLog', 'showTerminals', 'showChanges', 'showTaskDiff', 'runGroup'])
      expect(offered).toContain(`parallelTasks.${id}`)
    expect(offered).not.toContain('parallelTasks.stop')
    expect(offered).not.toContain('parallelTasks.resume')
  })

  it('never a command that only makes sense on a row', () => {
    const everything = Object.fromEntries(
      ['hasRun', 'hasFailed', 'hasInterrupted', 'hasCommits', 'running'].map((key) => [`parallelTasks.${key}`, true]),
    )
    for (const id of ['retryTask', 'runSelected', 'stopSelected', 'explainBlocked'])
      expect(palette({ ...atFirst, ...everything })).not.toContain(`parallelTasks.${id}`)
  })
})

/** The commands that the palette shows with these context keys; a command without a condition is always shown. */
function palette(keys: Keys): readonly string[] {
  const { commandPalette } = contributes.menus
  return contributes.commands
    .map(({ command }) => command)
    .filter((command) =>
      commandPalette.filter((entry) => entry.command === command).every(({ when }) => holds(when ?? 'true', keys)),
    )
}

/** Evaluates the simple conditions that the palette's entries use: `a && !b && c == d && n > 0`. */
function holds(when: string, keys: Keys): boolean {
  return when.split('&&').every((part) => {
    const found = /^\s*(!?)([\w.]+)\s*(?:(==|!=|>)\s*(\w+))?\s*$/.exec(part)
    if (found === null) throw new Error(`The condition "${part}" is more than this test understands.`)
    const [, not, key = '', operator, wanted] = found
    const value = key === 'true' ? true : key === 'false' ? false : (keys[key] ?? false)
    if (operator === '==') return String(value) === wanted
    if (operator === '!=') return String(value) !== wanted
    if (operator === '>') return Number(value) > Number(wanted)
    return not === '!' ? !value : Boolean(value)
  })
}
