import type { Terminal, Uri } from 'vscode'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import { offerTerminalLinks } from '../terminals/terminalLinks'
import { decorateTasks } from './decorations'
import { offerGitTexts } from './gitText'
import type { LogHoverOptions } from './logHover'
import { offerLogHover } from './logHover'

/** What these features need. */
export interface EditorFeaturesOptions extends LogHoverOptions {
  /** The folder with the extension's pictures. */
  readonly media: Uri
  /** The folders that paths in a terminal may be relative to. */
  readonly foldersOf: (terminal: Terminal) => readonly string[] | undefined
}

/** What editors and terminals show beside the language server's features: margin icons, group lines, logs, diffs, links. */
export function offerEditorFeatures(options: EditorFeaturesOptions): Disposable {
  const owned = createDisposableStore()
  owned.add(decorateTasks(options.specs, options.runs, options.media))
  owned.add(offerLogHover(options))
  owned.add(offerGitTexts())
  owned.add(offerTerminalLinks(options.foldersOf))
  return owned
}
