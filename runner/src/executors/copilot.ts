import type { Preset } from './preset'

/** Copilot CLI, headless. It reads the prompt from standard input only without \`-p\`. */
export const copilot: Preset = {
  name: 'copilot',
  title: 'Copilot CLI',
  definition: {
    command: 'copilot',
    args: [
      '--allow-all-tools',
      '--no-ask-user',
      '--output-format',
      'json',
      '-s',
      '--no-auto-update',
      '--no-color',
      '--autopilot',
      '--max-autopilot-continues',
      '10',
    ],
    prompt: 'stdin',
    output: 'copilot-json',
    completion: 'marker',
    minVersion: '1.0.102',
  },
}
