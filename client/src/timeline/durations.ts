import * as l10n from '@vscode/l10n'

/** A stretch of time for people: `0.4 s`, `42 s`, `1 min 50 s`, `2 h 5 min`. Negative counts as none. */
export function shortDuration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000
  if (seconds > 0 && seconds < 9.95) return shortSeconds(seconds.toFixed(1).replace(/\.0$/, ''))
  return parts(seconds, shortHours, shortMinutes, shortSeconds)
}

/** The same for a screen reader: `12 seconds`, `1 minute 50 seconds`. Whole seconds. */
export function spokenDuration(milliseconds: number): string {
  return parts(Math.max(0, milliseconds) / 1000, hours, minutes, seconds)
}

type Unit = (count: number | string) => string

const shortHours: Unit = (count) => l10n.t('{0} h', count)
const shortMinutes: Unit = (count) => l10n.t('{0} min', count)
const shortSeconds: Unit = (count) => l10n.t('{0} s', decimal(String(count)))
const hours: Unit = (count) => (count === 1 ? l10n.t('1 hour') : l10n.t('{0} hours', count))
const minutes: Unit = (count) => (count === 1 ? l10n.t('1 minute') : l10n.t('{0} minutes', count))
const seconds: Unit = (count) => (count === 1 ? l10n.t('1 second') : l10n.t('{0} seconds', count))

/** A figure with the decimal sign of the language. */
function decimal(figure: string): string {
  return figure.replace('.', l10n.t({ message: '.', comment: 'The decimal sign of a number, such as in 1.5' }))
}

function parts(seconds: number, hour: Unit, minute: Unit, second: Unit): string {
  const whole = Math.round(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const shown: readonly (readonly [number, Unit])[] =
    hours > 0
      ? [
          [hours, hour],
          [minutes, minute],
        ]
      : [
          [minutes, minute],
          [whole % 60, second],
        ]
  const said = shown.filter(([value]) => value > 0).map(([value, unit]) => unit(value))
  return said.length > 0 ? said.join(' ') : second(0)
}
