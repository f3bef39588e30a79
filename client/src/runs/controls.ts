import * as l10n from '@vscode/l10n'
import type { EditorRequest } from '#core/wire/control'
import type { Disposable } from '../platform/disposables'
import { UserError } from '../platform/userError'
import type { ControlConnection, EditAnswer } from './control'
import { connectControl, ControlClosed } from './control'
import type { RunStore } from './runStore'
import type { RunView } from './runView'

/** The connections to all live runs. */
export interface Controls extends Disposable {
  /** Ends one task (by index) or the whole run (null); resolves when its processes are gone. */
  cancel(file: string, index: number | null): Promise<void>
  /** Sets how many tasks of a live run may run at the same time; does nothing where nothing runs. */
  limit(file: string, value: number): Promise<void>
}

/** Stays connected to every live run of the store, so that runners can ask the editor for edits. */
export function createControls(runs: RunStore, onEdit: (request: EditorRequest) => Promise<EditAnswer>): Controls {
  const connections = new Map<string, ControlConnection>()

  const attach = (view: RunView): ControlConnection | undefined => {
    const { socket, runId } = view.state
    const known = connections.get(runId)
    if (known !== undefined || socket === null || view.life !== 'live') return known
    const connection = connectControl({
      socket,
      runId,
      onEdit,
      onClose: () => connections.delete(runId),
    })
    connections.set(runId, connection)
    return connection
  }
  const listener = runs.onDidChange(({ view }) => {
    if (view.life === 'live') attach(view)
    else connections.get(view.state.runId)?.dispose()
  })
  return {
    async cancel(file, index) {
      const view = runs.get(file)
      if (view?.life !== 'live')
        throw new UserError(l10n.t('Nothing runs here at the moment; there is nothing to stop.'))
      const connection = attach(view)
      if (connection === undefined)
        throw new UserError(l10n.t('This run cannot be reached from here. Stop it where it was started.'))
      await connection.ask({ kind: 'cancel', index }).catch((error: unknown) => {
        // A run that has gone is what was asked for.
        if (!(error instanceof ControlClosed)) throw error
      })
    },
    async limit(file, value) {
      const view = runs.get(file)
      if (view?.life !== 'live' || view.state.maxConcurrent === value) return
      await attach(view)?.ask({ kind: 'setMaxConcurrent', value })
    },
    dispose() {
      listener.dispose()
      for (const connection of connections.values()) connection.dispose()
      connections.clear()
    },
  }
}
