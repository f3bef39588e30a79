import type { Preset } from './preset'

/** Aider takes its prompt from a file and would commit by itself; it exits with 0 even when the API fails, so the marker decides. */
export const aider: Preset = {
  name: 'aider',
  title: 'Aider',
  definition: {
    command: 'aider',
    args: [
      '--message-file',
      '{promptFile}',
      '--yes-always',
      '--no-auto-commits',
      '--no-pretty',
      '--no-stream',
      '--no-check-update',
      '--analytics-disable',
      '--no-show-release-notes',
      '--no-show-model-warnings',
      '--no-gitignore',
      '--no-detect-urls',
    ],
    prompt: 'file',
    output: 'text',
    completion: 'marker',
  },
}
