import { workspace } from 'vscode'
import type { Disposable } from './disposables'

/** Calls back whenever one of these settings, given without their section, has changed. */
export function onSettingChange(keys: readonly string[], action: () => void): Disposable {
  return workspace.onDidChangeConfiguration((change) => {
    if (keys.some((key) => change.affectsConfiguration(`parallelTasks.${key}`))) action()
  })
}
