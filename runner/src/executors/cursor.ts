import type { Preset } from './preset'

/** The Cursor agent, headless. */
export const cursor: Preset = {
  name: 'cursor',
  title: 'Cursor',
  definition: {
    command: 'cursor-agent',
    args: ['-p', '--force', '--trust', '--output-format', 'stream-json'],
    prompt: 'stdin',
    output: 'cursor-json',
    completion: 'marker',
  },
}
