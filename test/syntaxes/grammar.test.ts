import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index'
import { getVSCodeTokens, renderSnap } from 'vscode-tmgrammar-test/dist/snapshot/index'
import { projectRoot, serverHost } from '../hosts/serverHost.mjs'

const markdown = { path: serverHost.markdownGrammar, scopeName: 'text.html.markdown', language: 'markdown' }
const ours = {
  path: join(projectRoot, 'syntaxes/tasks.injection.tmLanguage.json'),
  scopeName: 'markdown.parallel-tasks.injection',
  injectTo: ['text.html.markdown'],
}

/** The colours of a file, line by line, as VS Code's own Markdown grammar and ours give them together. */
async function colours(file: string): Promise<string> {
  await access(serverHost.markdownGrammar).catch(() => {
    throw new Error("VS Code's Markdown grammar is not there yet. Run npm run setup -- --host first.")
  })
  const source = await readFile(join(import.meta.dirname, file), 'utf8')
  const registry = createRegistry([markdown, ours])
  return renderSnap(await getVSCodeTokens(registry, 'text.html.markdown', source))
}

// The registry names every language that a fence could hold and that is not loaded here.
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

describe('The grammar for tasks.md', () => {
  it('colours ids, markers and field names of a smart-ralph document', async () => {
    await expect(await colours('smart-ralph.md')).toMatchFileSnapshot('smart-ralph.md.snap')
  })

  it('colours the ids and markers of the other dialects', async () => {
    await expect(await colours('dialects.md')).toMatchFileSnapshot('dialects.md.snap')
  })

  it('leaves prose, legends, code and fences of any Markdown file alone', async () => {
    expect(await colours('prose.md')).not.toContain('parallel-tasks')
  })
})
