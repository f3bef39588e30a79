import { EventEmitter, Uri, window, workspace } from 'vscode'
import { besidePage } from './besidePage'
import type { Disposable } from './disposables'
import { createDisposableStore } from './disposables'

const scheme = 'parallel-tasks'

/** Shows texts that nobody is to edit or save. */
export interface ReadOnlyText extends Disposable {
  /** Opens a text under a name; a text that is open under this name already is replaced. */
  show(name: string, text: string): Promise<void>
}

/** Registers the provider of such texts. */
export function createReadOnlyText(): ReadOnlyText {
  const owned = createDisposableStore()
  const changed = owned.add(new EventEmitter<Uri>())
  const texts = new Map<string, string>()
  owned.add(
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
    }),
  )
  return {
    async show(name, text) {
      const uri = Uri.from({ scheme, path: `/${name}` })
      texts.set(uri.path, text)
      changed.fire(uri)
      await window.showTextDocument(uri, { preview: true, viewColumn: besidePage() })
    },
    dispose: () => owned.dispose(),
  }
}
