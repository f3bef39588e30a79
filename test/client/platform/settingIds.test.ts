import { expect, it } from 'vitest'
import { readSettings } from '#core/settings/read'
import { nestSettings, runnerSettings } from '../../../client/src/platform/settingIds'

it('nests dotted settings and leaves out those without a value', () => {
  const values: Record<string, unknown> = { executor: 'shell', 'groups.breakAt': 'phase', 'groups.maxSize': 7 }
  expect(nestSettings(runnerSettings, (key) => values[key])).toEqual({
    executor: 'shell',
    groups: { breakAt: 'phase', maxSize: 7 },
  })
})

it('gives a settings file that the runner reads without complaint', () => {
  const values: Record<string, unknown> = {
    executor: 'mine',
    executors: { mine: { command: 'my-agent', args: ['--yes'] } },
    maxConcurrent: 8,
    taskTimeout: '90s',
    idleTimeout: '0',
    verify: false,
    commit: false,
    isolation: 'worktree',
    retries: 2,
    'groups.breakAt': 'never',
    'groups.maxSize': 9,
  }
  const { settings, problems } = readSettings(nestSettings(runnerSettings, (key) => values[key]))
  expect(problems).toEqual([])
  expect(settings).toMatchObject({
    executor: 'mine',
    maxConcurrent: 8,
    taskTimeoutMs: 90_000,
    idleTimeoutMs: 0,
    groups: { breakAt: 'never', maxSize: 9 },
  })
})
