import { aider } from './aider'
import { amp } from './amp'
import { claude } from './claude'
import { codex } from './codex'
import { copilot } from './copilot'
import { cursor } from './cursor'
import { gemini } from './gemini'
import { goose } from './goose'
import { kiro } from './kiro'
import { opencode } from './opencode'
import type { Preset } from './preset'
import { qwen } from './qwen'

/** Every agent that ships as a preset, in the order in which `auto` looks for them. */
export const presets: readonly Preset[] = [
  claude,
  codex,
  gemini,
  copilot,
  opencode,
  cursor,
  qwen,
  amp,
  goose,
  kiro,
  aider,
]
