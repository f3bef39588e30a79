import type { Preset } from './preset'

/** Gemini CLI, headless. It needs an API key or an enterprise account. */
export const gemini: Preset = {
  name: 'gemini',
  title: 'Gemini CLI',
  definition: {
    command: 'gemini',
    args: ['--approval-mode', 'yolo', '--skip-trust', '-o', 'stream-json'],
    prompt: 'stdin',
    output: 'gemini-json',
    completion: 'marker',
    minVersion: '0.61.0',
  },
}
