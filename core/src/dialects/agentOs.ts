import type { DialectRules } from './dialect'
import { kiro } from './kiro'

/** agent-os: numbered major tasks with numbered subtasks; only the subtasks run. */
export const agentOs: DialectRules = { ...kiro, name: 'agent-os' }
