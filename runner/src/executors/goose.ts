import type { Preset } from './preset'

/** Goose, headless, without a session, with its developer tools only. */
export const goose: Preset = {
  name: 'goose',
  title: 'Goose',
  definition: {
    command: 'goose',
    args: [
      'run',
      '--no-session',
      '-q',
      '--output-format',
      'stream-json',
      '--no-profile',
      '--with-builtin',
      'developer',
      '--max-turns',
      '60',
      '-i',
      '-',
    ],
    prompt: 'stdin',
    output: 'goose-json',
    completion: 'marker',
    env: { GOOSE_MODE: 'auto' },
    minVersion: '1.37.0',
  },
}
