import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'client', 'src')
const shows = /show(?:Information|Warning|Error)Message\(\s*/g
const fixedText = /^l10n\.t\(\s*(['"])[^{'"]*\1,?\s*\)/

it('no notification shows a text from elsewhere in which VS Code could find a link', () => {
  const calls = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return [...text.matchAll(shows)].map(({ 0: call, index }) => [file, text.slice(index + call.length)] as const)
    })
  const linked = calls.filter(([, shown]) => !fixedText.test(shown) && !shown.startsWith('unlinked('))
  expect(calls.length).toBeGreaterThan(15)
  expect(linked.map(([file, shown]) => `${file}: ${shown.slice(0, 40)}`)).toEqual([])
})
