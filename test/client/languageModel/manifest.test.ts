import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { announcement } from '../../../client/src/languageModel/announcement'
import { agentTools } from '#core/agentTools/tools'
import { readManifest } from '../../sync/manifest'

interface Contributed {
  readonly name: string
  readonly displayName: string
  readonly modelDescription: string
  readonly inputSchema: unknown
  readonly when?: string
}

const manifest = readManifest<{
  contributes: {
    languageModelTools: readonly Contributed[]
    mcpServerDefinitionProviders: readonly { readonly id: string }[]
  }
}>()

describe('the language model tools', () => {
  it('stand in the manifest as they stand in the table', () => {
    const told = manifest.contributes.languageModelTools.map((tool) => [
      tool.name,
      tool.displayName,
      tool.modelDescription,
      tool.inputSchema,
      tool.when,
    ])
    expect(told).toEqual(
      Object.entries(agentTools).map(([name, { title, description, inputSchema, readOnly }]) => [
        `parallelTasks_${name}`,
        title,
        description,
        inputSchema,
        readOnly ? undefined : 'isWorkspaceTrusted',
      ]),
    )
  })

  it('ask before they start or end anything, and only then', () => {
    const asking = (['plan', 'lint', 'run', 'status', 'cancel'] as const).filter(
      (name) => announcement(name, {}, 'demo').confirmationMessages !== undefined,
    )
    expect(asking).toEqual(['run', 'cancel'])
  })

  it('say what a run is about to do', () => {
    expect(announcement('run', { tasks: ['1.2', '1.3'], executor: 'claude' }, 'demo').confirmationMessages).toEqual({
      title: 'Run tasks 1.2, 1.3 of demo?',
      message:
        'This starts the executor claude on these tasks, and the Run and Verify commands that tasks.md holds. What succeeds is ticked and committed.',
    })
    expect(announcement('run', { all: true }, 'demo').confirmationMessages?.title).toBe(
      'Run all remaining tasks of demo?',
    )
  })

  it('come with the MCP server under the id that the code registers', () => {
    const source = readFileSync(join(import.meta.dirname, '../../../client/src/languageModel/mcpServers.ts'), 'utf8')
    const [provider] = manifest.contributes.mcpServerDefinitionProviders
    expect(source).toContain(`'${provider?.id ?? 'none'}'`)
  })
})
