import { CodeLens, EventEmitter, Range, Uri, languages, window, workspace } from 'vscode'
import { besidePage } from './besidePage'
import type { Disposable } from './disposables'
import { createDisposableStore } from './disposables'

const scheme = 'parallel-tasks'

/** Something to press above a line of a text. */
export interface TextAction {
  /** 0-based. */
  readonly line: number
  readonly title: string
  readonly command: string
  readonly arguments: readonly unknown[]
}

/** A text with what can be pressed in it. */
export interface TextWithActions {
  readonly text: string
  readonly actions: readonly TextAction[]
}

/** Shows texts that nobody is to edit or save. */
export interface ReadOnlyText extends Disposable {
  /** Opens a text under a name, whose ending tells its language; a text that is open under this name already is replaced. */
  show(name: string, text: TextWithActions): Promise<void>
}

/** Registers the provider of such texts and of their lenses. */
export function createReadOnlyText(): ReadOnlyText {
  const owned = createDisposableStore()
  const changed = owned.add(new EventEmitter<Uri>())
  const lensesChanged = owned.add(new EventEmitter<void>())
  const texts = new Map<string, TextWithActions>()
  owned.add(
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.path)?.text ?? '',
    }),
  )
  owned.add(
    languages.registerCodeLensProvider(
      { scheme },
      {
        onDidChangeCodeLenses: lensesChanged.event,
        provideCodeLenses: ({ uri }) => (texts.get(uri.path)?.actions ?? []).map(lens),
      },
    ),
  )
  return {
    async show(name, text) {
      const uri = Uri.from({ scheme, path: `/${name}` })
      texts.set(uri.path, text)
      changed.fire(uri)
      lensesChanged.fire()
      await window.showTextDocument(uri, { preview: true, viewColumn: besidePage() })
    },
    dispose: () => owned.dispose(),
  }
}

function lens({ line, title, command, arguments: args }: TextAction): CodeLens {
  return new CodeLens(new Range(line, 0, line, 0), { title, command, arguments: [...args] })
}
