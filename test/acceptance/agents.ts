import { resolve } from 'node:path'
import type { ExecutorDefinition } from '#core/generated/executors'

const script = resolve('test/fixtures/agents/agent.mjs')

/** The stand-in for an agent, in one of its scenarios. */
export function agent(
  scenario: string,
  more: Partial<ExecutorDefinition> & { readonly detail?: string } = {},
): ExecutorDefinition {
  const { detail, ...definition } = more
  return { command: process.execPath, args: [script, scenario, detail ?? ''], ...definition }
}
