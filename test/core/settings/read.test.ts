import { expect, it } from 'vitest'
import schema from '../../../schemas/executors.schema.json'
import { readSettings } from '#core/settings/read'
import { defaultSettings } from '#core/settings/settings'

it.each([undefined, null, {}, { executor: null, groups: undefined }])('gives the defaults for %j', (raw) => {
  expect(readSettings(raw)).toEqual({ settings: defaultSettings, problems: [] })
})

it('reads the nested shape in which the editor hands settings over, and leaves the visual ones alone', () => {
  const { settings, problems } = readSettings({
    executor: 'shell',
    executors: { mine: { command: 'mine', args: ['-p'], prompt: 'stdin', completion: 'exit-code', env: { A: 'b' } } },
    maxConcurrent: 8,
    taskTimeout: '90s',
    idleTimeout: 0,
    verify: false,
    commit: false,
    isolation: 'worktree',
    worktreeFiles: ['.env'],
    retries: 2,
    groups: { breakAt: 'phase', maxSize: 7 },
    rules: { 'file-overlap': 'error', 'id-order': 'off' },
    files: { include: ['specs/**/*.md'], exclude: [] },
    terminals: { reveal: 'always' },
    notifications: true,
    trace: { server: 'off' },
  })
  expect(problems).toEqual([])
  expect(settings).toEqual({
    executor: 'shell',
    executors: { mine: { command: 'mine', args: ['-p'], prompt: 'stdin', completion: 'exit-code', env: { A: 'b' } } },
    maxConcurrent: 8,
    taskTimeoutMs: 90_000,
    idleTimeoutMs: 0,
    verify: false,
    commit: false,
    isolation: 'worktree',
    worktreeFiles: ['.env'],
    retries: 2,
    groups: { breakAt: 'phase', maxSize: 7 },
    rules: { 'file-overlap': 'error', 'id-order': 'off' },
    files: { include: ['specs/**/*.md'], exclude: [] },
  })
})

it('reads dotted names, with or without the prefix, as a settings file has them', () => {
  const { settings, problems } = readSettings({ 'parallelTasks.groups.maxSize': 3, 'files.exclude': ['x/**'] })
  expect(problems).toEqual([])
  expect(settings).toEqual({
    ...defaultSettings,
    groups: { ...defaultSettings.groups, maxSize: 3 },
    files: { ...defaultSettings.files, exclude: ['x/**'] },
  })
})

it.each([
  [{ maxConcurrent: 0 }, 'parallelTasks.maxConcurrent must be a whole number from 1 to 32, not 0; 3 is used.'],
  [{ maxConcurrent: 33 }, 'parallelTasks.maxConcurrent must be a whole number from 1 to 32, not 33; 3 is used.'],
  [{ maxConcurrent: '4' }, 'parallelTasks.maxConcurrent must be a whole number from 1 to 32, not "4"; 3 is used.'],
  [{ isolation: 'tree' }, 'parallelTasks.isolation must be one of shared, worktree, not "tree"; "shared" is used.'],
  [{ verify: 'yes' }, 'parallelTasks.verify must be true or false, not "yes"; true is used.'],
  [{ groups: 3 }, 'parallelTasks.groups must be an object, not 3.'],
  [{ maxConcurent: 3 }, 'parallelTasks.maxConcurent is no setting; remove it or correct its name.'],
  [
    { rules: { 'file-overlap': 'fatal' } },
    'parallelTasks.rules has a severity for "file-overlap" that must be one of error, warning, info, hint, off, not {"file-overlap":"fatal"}; {} is used.',
  ],
  [
    { rules: { 'file-overlop': 'off' } },
    'parallelTasks.rules names "file-overlop", which is no rule; remove it or correct its name.',
  ],
  [
    { executors: { a: { args: [] } } },
    'parallelTasks.executors has an executor "a" that has no "command", not {"a":{"args":[]}}; {} is used.',
  ],
  [
    { executors: { a: { command: 'x', shell: true } } },
    'parallelTasks.executors has an executor "a" that has an unknown field "shell", not {"a":{"command":"x","shell":true}}; {} is used.',
  ],
  [[], 'The settings must be an object.'],
])('says of %j what is wrong', (raw, problem) => {
  expect(readSettings(raw).problems).toEqual([problem])
})

it('uses the default for a value that is wrong, and the rest as it is', () => {
  const { settings } = readSettings({ maxConcurrent: 99, retries: 2 })
  expect(settings).toEqual({ ...defaultSettings, retries: 2 })
})

it('asks for a unit when a timeout is a mere number', () => {
  expect(readSettings({ taskTimeout: 60 }).problems).toEqual([
    'parallelTasks.taskTimeout must be a duration with its unit such as "90s", "60m" or "1h", or 0 for off, not 60; "1h" is used.',
  ])
})

it('takes every output format that the schema of executors names', () => {
  for (const output of schema.definitions.executor.properties.output.enum) {
    expect(readSettings({ executors: { a: { command: 'a', output } } }).problems).toEqual([])
  }
})

it('takes every field that the schema of executors names', () => {
  const samples: Record<string, unknown> = {
    command: 'a',
    args: [],
    prompt: 'none',
    output: 'text',
    completion: 'marker',
    env: {},
    minVersion: '1',
  }
  expect(Object.keys(samples).toSorted()).toEqual(Object.keys(schema.definitions.executor.properties).toSorted())
  expect(readSettings({ executors: { a: samples } }).problems).toEqual([])
})
