import type { DialectRules } from './dialect'
import { kiro } from './kiro'

/** spec-workflow: numbered tasks with `_Leverage:_` and `_Prompt:_`, `[~]` for blocked ones. */
export const specWorkflow: DialectRules = { ...kiro, name: 'spec-workflow' }
