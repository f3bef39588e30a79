/** A stretch of time for people: `0.4 s`, `42 s`, `1 min 50 s`, `2 h 5 min`. Negative counts as none. */
export function shortDuration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000
  if (seconds > 0 && seconds < 9.95) return `${seconds.toFixed(1).replace(/\.0$/, '')} s`
  return parts(seconds, ['h', 'h'], ['min', 'min'], ['s', 's'])
}

/** The same for a screen reader: `12 seconds`, `1 minute 50 seconds`. Whole seconds. */
export function spokenDuration(milliseconds: number): string {
  return parts(Math.max(0, milliseconds) / 1000, ['hour', 'hours'], ['minute', 'minutes'], ['second', 'seconds'])
}

type Unit = readonly [one: string, many: string]

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
  const said = shown
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value} ${value === 1 ? unit[0] : unit[1]}`)
  return said.length > 0 ? said.join(' ') : `0 ${second[1]}`
}
