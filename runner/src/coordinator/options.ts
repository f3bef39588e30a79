import type { RunOptions } from '#core/generated/journalEvent'
import type { Settings } from '#core/settings/settings'
import { UserError } from '../userError'
import type { RunRequest } from './request'

/** The options of a run: what was given outright, else those of the run that is gone on with, else the settings. */
export function runOptions(
  request: Pick<RunRequest, 'options' | 'settings'>,
  earlier: RunOptions | undefined,
  selected: Pick<RunOptions, 'scope' | 'indices'>,
): RunOptions {
  const given = Object.fromEntries(Object.entries(request.options).filter(([, value]) => value !== undefined))
  const options: RunOptions = { ...fromSettings(request.settings), ...earlier, ...given, ...selected }
  if (!Number.isInteger(options.maxConcurrent) || options.maxConcurrent < 1 || options.maxConcurrent > 32)
    throw new UserError(`The limit of parallel executors is a whole number from 1 to 32, not ${options.maxConcurrent}.`)
  return options
}

function fromSettings(settings: Settings): Omit<RunOptions, 'scope' | 'indices'> {
  return {
    executor: settings.executor,
    maxConcurrent: settings.maxConcurrent,
    taskTimeoutMs: settings.taskTimeoutMs,
    idleTimeoutMs: settings.idleTimeoutMs,
    isolation: settings.isolation,
    commit: settings.commit,
    verify: settings.verify,
    retries: settings.retries,
    breakAt: settings.groups.breakAt,
    config: null,
  }
}
