import type { Preset } from './preset'

/** Codex, headless: \`codex exec\` in its workspace sandbox; it never asks. The coordinator commits, not Codex. */
export const codex: Preset = {
  name: 'codex',
  title: 'Codex',
  definition: {
    command: 'codex',
    args: ['exec', '--json', '-s', 'workspace-write', '--skip-git-repo-check', '--ephemeral', '--color', 'never', '-'],
    prompt: 'stdin',
    output: 'codex-json',
    completion: 'marker',
    minVersion: '0.169.0',
  },
}
