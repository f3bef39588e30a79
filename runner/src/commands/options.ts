import { InvalidArgumentError, Option } from 'commander'
import { parseDuration } from '#core/settings/duration'

/** `--config FILE`, which every command that reads settings takes. */
export function configOption(): Option {
  return new Option('--config <file>', 'settings and executors of your own, as JSON')
}

/** `--break-at`, which decides what ends a group. */
export function breakAtOption(): Option {
  return new Option('--break-at <what>', 'which lines end a group (default: heading)').choices([
    'heading',
    'phase',
    'never',
  ])
}

/** Reads a whole number within limits. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  }
}

/** Reads a duration into milliseconds; 0 is off. */
export function duration(text: string): number {
  const value = parseDuration(text)
  if (value !== undefined) return value
  throw new InvalidArgumentError('It must be a time such as 90s, 60m or 1h, or 0 for no limit.')
}

/** Reads `on` or `off`. */
export function onOff(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on'
  throw new InvalidArgumentError('It must be on or off.')
}
