const newMoon = Date.UTC(2000, 0, 6, 18, 14)
const day = 24 * 60 * 60 * 1000

/** Days of a mean lunar month. */
export const month = 29.530588

/** How old the moon is at a date, in days since the last new moon. */
export function moonAge(date) {
  const days = (date.getTime() - newMoon) / day
  return ((days % month) + month) % month
}

const names = [
  'new moon',
  'waxing crescent',
  'first quarter',
  'waxing gibbous',
  'full moon',
  'waning gibbous',
  'last quarter',
  'waning crescent',
]

/** The name of the phase for an age in days. */
export function phaseName(age) {
  return names[Math.round((age / month) * names.length) % names.length]
}
