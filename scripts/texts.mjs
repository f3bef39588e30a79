// The English texts of the extension host, its timeline page and the lenses, found where the code says them. They are
// the keys of every translation in l10n/.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import l10nDev from '@vscode/l10n-dev'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['client/src', 'server/src']

/** The content of `l10n/bundle.l10n.json`: every text that is given to `l10n.t`, in the order of the alphabet. */
export async function englishTexts() {
  const files = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true })
      return names.filter((name) => name.endsWith('.ts')).map((name) => join(root, folder, name))
    }),
  )
  const contents = await Promise.all(files.flat().map((file) => readFile(file, 'utf8')))
  const said = contents.filter((text) => text.includes('l10n.t('))
  const found = await l10nDev.getL10nJson(said.map((text) => ({ extension: '.ts', contents: text })))
  const sorted = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`
}
