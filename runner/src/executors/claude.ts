import type { Preset } from './preset'

/** Claude Code, headless. Edits are accepted, anything else that would ask is refused; allow more in its own settings. */
export const claude: Preset = {
  name: 'claude',
  title: 'Claude Code',
  definition: {
    command: 'claude',
    args: [
      '-p',
      '--output-format',
      'stream-json',
      '--verbose',
      '--permission-mode',
      'acceptEdits',
      '--permission-prompts',
      'none',
      '--no-session-persistence',
    ],
    prompt: 'stdin',
    output: 'claude-json',
    completion: 'marker',
    minVersion: '2.1.330',
  },
}
