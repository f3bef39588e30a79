import { describe, expect, test } from 'vitest'
import { isTemplatePath, pathSegments } from '#core/dialects/pathSegments'
import { isUnsafePath, normalisePath, overlap } from '#core/plan/paths'
import { siblingUri } from '../../../server/src/siblingUri'

describe('paths as Windows writes them', () => {
  test.each([
    ['src\\a\\..\\b.ts', 'src/b.ts'],
    ['.\\src\\a.ts', 'src/a.ts'],
    ['C:\\work\\src\\a.ts', 'C:/work/src/a.ts'],
    ['c:/work//src/', 'c:/work/src'],
    ['C:\\..\\a.ts', 'C:/a.ts'],
    ['\\\\server\\share\\a.ts', '//server/share/a.ts'],
    ['..\\a.ts', '../a.ts'],
  ])('%j is %j', (path, expected) => {
    expect(normalisePath(path)).toBe(expected)
  })

  test.each([
    'C:\\work\\a.ts',
    'c:a.ts',
    '\\\\server\\share\\a.ts',
    '\\a.ts',
    '..\\a.ts',
    '%APPDATA%\\a.ts',
    'src\\..\\..\\a',
  ])('%j leaves the workspace', (path) => {
    expect(isUnsafePath(path)).toBe(true)
  })

  test('name the same file whatever the slash and, where the file system has it so, whatever the case', () => {
    expect(overlap('src\\a.ts', 'src/a.ts')).toBe(true)
    expect(overlap('src\\', 'src/x/a.ts')).toBe(true)
    expect(overlap('SRC\\A.ts', 'src/a.ts')).toBe(false)
    expect(overlap('SRC\\A.ts', 'src/a.ts', { caseInsensitive: true })).toBe(true)
  })

  test.each([
    ['C:\\w\\specs\\login\\tasks.md', ['C:', 'w', 'specs', 'login', 'tasks.md']],
    ['file:///c%3A/w/specs/login/tasks.md', ['c:', 'w', 'specs', 'login', 'tasks.md']],
    ['file://server/share/specs/login/tasks.md', ['share', 'specs', 'login', 'tasks.md']],
    ['\\\\server\\share\\specs\\tasks.md', ['server', 'share', 'specs', 'tasks.md']],
  ])('the folders of %j are known', (path, segments) => {
    expect(pathSegments(path)).toEqual(segments)
  })

  test('a template is one below the folder of that name, on a drive as well', () => {
    expect(isTemplatePath('C:\\w\\.specify\\templates\\tasks.md')).toBe(true)
    expect(isTemplatePath('C:\\templates\\work\\app\\specs\\login\\tasks.md')).toBe(false)
  })

  test.each([
    ['file:///c%3A/w/specs/login/tasks.md', 'file:///c%3A/w/specs/login/requirements.md'],
    ['file://server/share/login/tasks.md', 'file://server/share/login/requirements.md'],
    ['file:///c%3A/w/a%20b/tasks.md', 'file:///c%3A/w/a%20b/requirements.md'],
  ])('beside %s lies %s', (uri, sibling) => {
    expect(siblingUri(uri, 'requirements.md')).toBe(sibling)
  })
})
