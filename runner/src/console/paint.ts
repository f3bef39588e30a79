import picocolors from 'picocolors'

/** The colours of the console, by what they mean. */
export interface Paint {
  readonly enabled: boolean
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly warn: (text: string) => string
  readonly live: (text: string) => string
  readonly dim: (text: string) => string
  readonly strong: (text: string) => string
}

/** Colours for a stream: on for a terminal, off with NO_COLOR or a dumb terminal, on with FORCE_COLOR. */
export function paintFor(isTerminal: boolean, env: NodeJS.ProcessEnv): Paint {
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['FORCE_COLOR'] === '0'
  const forced = (env['FORCE_COLOR'] ?? '') !== ''
  const enabled = !refused && (forced || (isTerminal && env['TERM'] !== 'dumb'))
  const colors = picocolors.createColors(enabled)
  return {
    enabled,
    good: colors.green,
    bad: colors.red,
    warn: colors.yellow,
    live: colors.cyan,
    dim: colors.dim,
    strong: colors.bold,
  }
}
