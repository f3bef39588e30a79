import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLinkCheck } from '../../server/src/files/linkCheck'

let folder: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'pt-links-')))
  for (const name of ['root/src', 'outside']) mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, 'root/src/a.ts'), '')
  symlinkSync(path.join(folder, 'outside'), path.join(folder, 'root/away'))
  symlinkSync(path.join(folder, 'root/src'), path.join(folder, 'root/within'))
  symlinkSync(path.join(folder, 'root'), path.join(folder, 'linkedRoot'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['src/a.ts', false],
  ['src/not/there/yet.ts', false],
  ['within/a.ts', false],
  ['away', true],
  ['away/new.ts', true],
  ['away/not/there/yet.ts', true],
  ['src/*.ts', false],
  ['', false],
])('of %j says %j', (relative, expected) => {
  expect(createLinkCheck(path.join(folder, 'root'))(relative)).toBe(expected)
})

it('takes a root that is a link itself for the place it leads to', () => {
  expect(createLinkCheck(path.join(folder, 'linkedRoot'))('src/a.ts')).toBe(false)
  expect(createLinkCheck(path.join(folder, 'linkedRoot'))('away/x')).toBe(true)
})

it('takes a root that does not exist for one without links', () => {
  expect(createLinkCheck(path.join(folder, 'nowhere'))('src/a.ts')).toBe(false)
})
