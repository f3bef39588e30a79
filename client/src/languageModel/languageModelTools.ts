import * as l10n from '@vscode/l10n'
import { LanguageModelTextPart, LanguageModelToolResult, lm } from 'vscode'
import { readInput, type ToolInput } from '#core/agentTools/readInput'
import { agentTools, type ToolName } from '#core/agentTools/tools'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import { UserError } from '../platform/userError'
import { callTool, specOf, type ToolServices } from './callTool'
import { announcement } from './announcement'

/** Offers the tools to the editor's own agents; does nothing in an editor that has none. */
export function registerLanguageModelTools(services: ToolServices): Disposable {
  const owned = createDisposableStore()
  if (!hasTools()) return owned
  for (const name of Object.keys(agentTools).filter(isTool))
    owned.add(
      lm.registerTool<unknown>(`parallelTasks_${name}`, {
        async prepareInvocation({ input }) {
          const asked = checked(name, input)
          if (name === 'lint' && asked.spec === undefined) return announcement(name, asked, l10n.t('all specs'))
          await services.ready()
          return announcement(name, asked, specOf(services, asked.spec).name)
        },
        async invoke({ input }, token) {
          const answer = await callTool(services, name, checked(name, input), token)
          return new LanguageModelToolResult([new LanguageModelTextPart(answer.text)])
        },
      }),
    )
  return owned
}

/** Older editors, and some that are made from VS Code, have no tools. */
function hasTools(): boolean {
  const there: Partial<typeof lm> | undefined = lm
  return typeof there?.registerTool === 'function'
}

/** The input of a tool; what is wrong with it is told to the model. */
function checked(name: ToolName, given: unknown): ToolInput {
  const read = readInput(name, given)
  if (!read.ok) throw new UserError(read.message)
  return read.input
}

function isTool(name: string): name is ToolName {
  return Object.hasOwn(agentTools, name)
}
