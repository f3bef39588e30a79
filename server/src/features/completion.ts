import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { completionsAt, type Completion } from '#core/features/completion'
import type { Position, Range } from '#core/text/position'
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  marker: CompletionItemKind.Keyword,
  field: CompletionItemKind.Field,
  requirement: CompletionItemKind.Reference,
  design: CompletionItemKind.Reference,
  task: CompletionItemKind.Value,
}

/** What can be written at a position, in the order in which it is offered. */
export async function completion({ spec }: FeatureContext, position: Position): Promise<CompletionItem[]> {
  const { document, surroundings } = spec.analysis
  const found = completionsAt({ ...surroundings, document }, position)
  if (found.kind === 'paths')
    return surroundings.root === undefined ? [] : paths(surroundings.root, found.prefix, found.range)
  return found.items.map(({ kind, label, detail, newText, range }, index) => ({
    label,
    detail,
    kind: kinds[kind],
    sortText: String(index).padStart(5, '0'),
    filterText: newText,
    textEdit: { range, newText },
  }))
}

/** The entries of the folder that the letters typed so far lead to; nothing outside the root. */
async function paths(root: string, prefix: string, range: Range): Promise<CompletionItem[]> {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1)
  const absolute = path.resolve(root, folder)
  if (path.relative(root, absolute).startsWith('..')) return []
  const entries = await readdir(absolute, { withFileTypes: true }).catch(() => [])
  return entries
    .filter(({ name }) => name !== '.git' && name !== 'node_modules')
    .map((entry) => {
      const newText = `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`
      return {
        label: newText,
        kind: entry.isDirectory() ? CompletionItemKind.Folder : CompletionItemKind.File,
        textEdit: { range, newText },
      }
    })
}
