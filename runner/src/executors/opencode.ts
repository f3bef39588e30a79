import type { Preset } from './preset'

/** opencode, headless; `--auto` keeps it from refusing its own tools. */
export const opencode: Preset = {
  name: 'opencode',
  title: 'opencode',
  definition: {
    command: 'opencode',
    args: ['run', '--format', 'json', '--auto'],
    prompt: 'stdin',
    output: 'opencode-json',
    completion: 'marker',
    minVersion: '1.18.33',
  },
}
