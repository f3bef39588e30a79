import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as l10n from '@vscode/l10n'
import type { Terminal, TerminalLink, TerminalLinkProvider } from 'vscode'
import { Position, Range, Uri, window } from 'vscode'
import type { Disposable } from '../platform/disposables'
import type { PathInLine } from './pathLinks'
import { pathsIn } from './pathLinks'

/** Most paths of one line that are looked for on the disk. */
const mostInLine = 20

interface FileLink extends TerminalLink {
  readonly file: string
  readonly found: PathInLine
}

/**
 * Makes paths in the terminals of tasks lead to their files. `foldersOf` gives the folders that a terminal's paths may
 * be relative to, the likeliest first; undefined for a terminal of somebody else.
 */
export function offerTerminalLinks(foldersOf: (terminal: Terminal) => readonly string[] | undefined): Disposable {
  const provider: TerminalLinkProvider<FileLink> = {
    async provideTerminalLinks({ line, terminal }) {
      const folders = foldersOf(terminal)
      if (folders === undefined) return []
      const links = await Promise.all(
        pathsIn(line)
          .slice(0, mostInLine)
          .map(async (found): Promise<FileLink | undefined> => {
            const file = await firstFile(folders, found.path)
            if (file === undefined) return undefined
            return { startIndex: found.start, length: found.length, tooltip: l10n.t('Open file'), file, found }
          }),
      )
      return links.filter((link) => link !== undefined)
    },
    async handleTerminalLink({ file, found }) {
      const at = new Position(Math.max(0, found.line - 1), Math.max(0, found.column - 1))
      await window.showTextDocument(Uri.file(file), { selection: new Range(at, at) })
    },
  }
  return window.registerTerminalLinkProvider(provider)
}

async function firstFile(folders: readonly string[], path: string): Promise<string | undefined> {
  for (const folder of folders) {
    const file = resolve(folder, path)
    const there = await stat(file).then(
      (found) => found.isFile(),
      () => false,
    )
    if (there) return file
  }
  return undefined
}
