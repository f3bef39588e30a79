import { describe, expect, test } from 'vitest'
import { isUnsafePath, normalisePath, overlap } from '#core/plan/paths'

describe('one spelling of a path', () => {
  test.each([
    ['./src/a.ts', 'src/a.ts'],
    ['src/./a.ts', 'src/a.ts'],
    ['src/x/../a.ts', 'src/a.ts'],
    ['src//a.ts', 'src/a.ts'],
    ['src\\a.ts', 'src/a.ts'],
    ['`src/a.ts`', 'src/a.ts'],
    ['specs/x/', 'specs/x'],
    ['../a.ts', '../a.ts'],
    ['a/../../b', '../b'],
    ['./', '.'],
    ['', '.'],
    ['/etc/../etc/passwd', '/etc/passwd'],
    ['C:\\x\\y', 'C:/x/y'],
    ['e\u0301.md', '\u00e9.md'],
  ])('%j is %j', (path, expected) => {
    expect(normalisePath(path)).toBe(expected)
  })
})

describe('paths that overlap', () => {
  test.each([
    ['./src/a.ts', 'src/a.ts'],
    ['src/*.ts', 'src/a.ts'],
    ['src/**', 'src/x/y.ts'],
    ['src/**/*.ts', 'src/a.ts'],
    ['**/a.ts', 'src/x/a.ts'],
    ['src/', 'src/a.ts'],
    ['src', 'src/x/y.ts'],
    ['src', 'src/**/*.ts'],
    ['.github', '.github/workflows/ci.yml'],
    ['v1.2/', 'v1.2/x'],
    ['src/{a,b}.ts', 'src/b.ts'],
    ['src/{a,b}.ts', 'src/{b,c}.ts'],
    ['src/{a,{b,c}}/x', 'src/c'],
    ['src/a*.ts', 'src/*b.ts'],
    ['tests/test_?.py', 'tests/test_1.py'],
    ['tests/test_[ab].py', 'tests/test_b.py'],
    ['src/[a-z].ts', 'src/x.ts'],
    ['app/[id]', 'app/[id]/page.tsx'],
    ['app/[id]/page.tsx', 'app/*/page.tsx'],
    ['app/[...slug].tsx', 'app/[...slug].tsx'],
    ['.', 'any/thing'],
    ['file{1..3}.txt', 'file2.txt'],
  ])('%s and %s', (a, b) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([true, true])
  })

  test.each([
    ['src/a.ts', 'src/b.ts'],
    ['src/*.ts', 'src/x/a.ts'],
    ['src/*.ts', 'src/a.js'],
    ['src/a', 'src/ab'],
    ['src/a.ts', 'src/a.ts.snap/x'],
    ['src', 'src2/a.ts'],
    ['src/a*.ts', 'src/b*.ts'],
    ['src/**/*.ts', 'src/a.js'],
    ['src/{a,b}.ts', 'src/c.ts'],
    ['../src/a.ts', 'src/a.ts'],
    ['src/A.ts', 'src/a.ts'],
    ['app/[id]/page.tsx', 'app/i/page.tsx'],
    ['app/[id]/page.tsx', 'app/[slug]/page.tsx'],
    ['app/[ab]/page.tsx', 'app/[bc]/page.tsx'],
    ['app/[[...slug]]/page.tsx', 'app/[slug]/page.tsx'],
    ['app/[id].tsx', 'app/d.tsx'],
    ['tests/test_?.py', 'tests/test_10.py'],
  ])('%s and %s do not', (a, b) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([false, false])
  })

  test('case is no difference where the file system sees none', () => {
    expect(overlap('src/A.ts', 'src/a.ts', { caseInsensitive: true })).toBe(true)
  })

  test('a pattern made to explode is answered at once', () => {
    const many = 'a{b,c}'.repeat(40)
    expect(overlap(many, 'x')).toBe(false)
    expect(overlap(`${'*a'.repeat(200)}b`, `${'a'.repeat(400)}c`)).toBe(false)
    expect(overlap(`${'**/a/'.repeat(30)}b.ts`, `${'a/'.repeat(60)}c.ts`)).toBe(false)
  })
})

describe('paths that leave the workspace', () => {
  test.each([
    '/etc/passwd',
    '~/x',
    '~root/x',
    'C:/x',
    'c:\\x',
    '\\\\host\\share',
    '//host/share',
    '../x',
    'a/../../x',
    '..',
    '{a,../b}/x',
    '$HOME/x',
    '%USERPROFILE%\\x',
  ])('%s', (path) => {
    expect(isUnsafePath(path)).toBe(true)
  })

  test.each(['src/a.ts', './a', 'a/../b', '..a/b', 'a..', '.env', '*.ts', '{a,b}/c', '...'])('%s does not', (path) => {
    expect(isUnsafePath(path)).toBe(false)
  })

  test('from a folder two levels down, two steps up stay inside', () => {
    expect(isUnsafePath('../../src/a.ts', 2)).toBe(false)
    expect(isUnsafePath('../../../src/a.ts', 2)).toBe(true)
  })
})
