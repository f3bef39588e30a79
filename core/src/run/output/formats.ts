import type { ExecutorDefinition } from '../../generated/executors'
import { readClaudeJson } from './claudeJson'
import { readCodexJson } from './codexJson'
import { readCopilotJson } from './copilotJson'
import { readGeminiJson } from './geminiJson'
import { readGooseJson } from './gooseJson'
import { readOpencodeJson } from './opencodeJson'
import { silent, type LineReader } from './reading'

/** The name of a format that executors may speak. */
export type OutputFormat = NonNullable<ExecutorDefinition['output']>

/** How one format is read. */
export interface FormatInfo {
  readonly read: LineReader
  /** True when every whole stream ends with an event that says how it went. */
  readonly needsTerminal: boolean
}

/** Plain text: every line is the executor's own. */
const readText: LineReader = (line) => ({ ...silent, words: { text: line, part: null }, shown: [line] })

/** Every output format, by the name it has in an executor's definition. */
export const formats: Readonly<Record<OutputFormat, FormatInfo>> = {
  text: { read: readText, needsTerminal: false },
  'claude-json': { read: readClaudeJson, needsTerminal: true },
  'qwen-json': { read: readClaudeJson, needsTerminal: true },
  'amp-json': { read: readClaudeJson, needsTerminal: true },
  'cursor-json': { read: readClaudeJson, needsTerminal: true },
  'codex-json': { read: readCodexJson, needsTerminal: true },
  'gemini-json': { read: readGeminiJson, needsTerminal: true },
  'copilot-json': { read: readCopilotJson, needsTerminal: true },
  // Older releases of these two end without one.
  'opencode-json': { read: readOpencodeJson, needsTerminal: false },
  'goose-json': { read: readGooseJson, needsTerminal: false },
}
