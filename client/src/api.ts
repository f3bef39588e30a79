import type { TestController } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import type { RunView } from './runs/runView'

/** What `activate` returns: a view of the extension's state for tests and other extensions. Nothing here changes anything. */
export interface ExtensionApi {
  /** Starts what is lazy and resolves when the specs are known. */
  ready(): Promise<void>
  specs(): readonly SpecOutline[]
  /** The newest run of every spec that has one. */
  runs(): readonly RunView[]
  /** The controller of the Test Explorer; undefined while no task has a Verify command, or without trust. */
  testController(): TestController | undefined
}
