import { readSettings } from '#core/settings/read'
import { defaultSettings, type Settings } from '#core/settings/settings'
import { unlinked } from '#core/text/unlinked'
import {
  MessageType,
  ShowMessageNotification,
  type Connection,
  type DidChangeConfigurationParams,
} from 'vscode-languageserver/node'

const section = 'parallelTasks'

/** The settings as they are now, kept in step with the client. */
export interface SettingsSync {
  readonly current: () => Settings
  /** Reads them anew: from the client where it can be asked, else from what it sent. */
  readonly refresh: (sent?: DidChangeConfigurationParams) => Promise<void>
}

/** Keeps the settings; a value that cannot be used is told to the user once, however often it is read. */
export function createSettingsSync(connection: Connection, canAsk: () => boolean): SettingsSync {
  let settings = defaultSettings
  const told = new Set<string>()
  return {
    current: () => settings,
    refresh: async (sent) => {
      const raw: unknown = canAsk() ? await connection.workspace.getConfiguration(section) : sectionOf(sent?.settings)
      const reading = readSettings(raw)
      settings = reading.settings
      for (const problem of reading.problems) {
        if (told.has(problem)) continue
        told.add(problem)
        await connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message: unlinked(problem),
        })
      }
    },
  }
}

function sectionOf(sent: unknown): unknown {
  return typeof sent === 'object' && sent !== null && section in sent
    ? (sent as Record<string, unknown>)[section]
    : sent
}
