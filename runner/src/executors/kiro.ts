import type { Preset } from './preset'

/** Kiro CLI, headless; it needs KIRO_API_KEY. */
export const kiro: Preset = {
  name: 'kiro',
  title: 'Kiro CLI',
  definition: {
    command: 'kiro-cli',
    args: ['chat', '--no-interactive', '--trust-all-tools', '--v3', '--require-mcp-startup'],
    prompt: 'stdin',
    output: 'text',
    completion: 'marker',
  },
}
