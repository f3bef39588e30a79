import type { Preset } from './preset'

/** Qwen Code, headless. Time limits are the coordinator's matter. */
export const qwen: Preset = {
  name: 'qwen',
  title: 'Qwen Code',
  definition: {
    command: 'qwen',
    args: ['--approval-mode', 'yolo', '-o', 'stream-json'],
    prompt: 'stdin',
    output: 'qwen-json',
    completion: 'marker',
    minVersion: '0.24.4',
  },
}
