import * as l10n from '@vscode/l10n'
import { commands, window } from 'vscode'
import { unlinked } from '#core/text/unlinked'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import { errorText } from '../platform/log'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { withSelection } from './rawArguments'
import type { CommandHandler } from './table'
import { commandTable } from './table'

/** Registers every command of the table. What goes wrong is told once, here. */
export function registerCommands(context: CommandContext): Disposable {
  const owned = createDisposableStore()
  for (const [id, handler] of Object.entries(commandTable))
    owned.add(commands.registerCommand(id, (...raw: unknown[]) => carryOut(id, handler, context, raw)))
  return owned
}

async function carryOut(
  id: string,
  handler: CommandHandler,
  context: CommandContext,
  raw: readonly unknown[],
): Promise<void> {
  try {
    await handler(context, withSelection(raw, context.tree.selection))
  } catch (error) {
    if (error instanceof UserError) {
      context.log.warn(error.message)
      void window.showWarningMessage(unlinked(error.message))
      return
    }
    context.log.error(`${id}: ${errorText(error)}`)
    const choice = await window.showErrorMessage(
      l10n.t('Parallel Tasks ran into an unexpected problem. The output has the details.'),
      l10n.t('Show Output'),
    )
    if (choice !== undefined) context.showOutput()
  }
}
