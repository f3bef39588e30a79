import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { fixturePath } from '../corpus/corpusFiles'
import { outline } from './outline'

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'documents')
const names = readdirSync(folder).filter((name) => name.endsWith('.md'))

test.each(names)('%s is read as its outline says', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  const found = outline(parseTasksDocument(text, { path: fixturePath(name.split('.')[0] ?? '') }))
  const golden = join(folder, `${basename(name, '.md')}.outline.txt`)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, found)
  expect(existsSync(golden), 'run with UPDATE_GOLDEN=1 to write the outline, then read it').toBe(true)
  expect(found).toBe(readFileSync(golden, 'utf8'))
})
