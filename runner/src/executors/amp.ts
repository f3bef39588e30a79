import type { Preset } from './preset'

/** Amp, headless. */
export const amp: Preset = {
  name: 'amp',
  title: 'Amp',
  definition: {
    command: 'amp',
    args: ['-x', '--stream-json', '--no-ide', '--no-color', '--no-notifications'],
    prompt: 'stdin',
    output: 'amp-json',
    completion: 'marker',
  },
}
