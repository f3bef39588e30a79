import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'

function files(value: string): readonly (readonly [string, string, string | null])[] {
  const [task] = parseTasksDocument(`- [ ] 1.1 Task\n  - **Files**: ${value}\n`).tasks
  return (task?.fields.files ?? []).map(({ path, use, note }) => [path, use, note] as const)
}

function paths(value: string): readonly string[] {
  return files(value).map(([path]) => path)
}

describe('the paths of Files', () => {
  test.each([
    ['`src/a.ts`, `src/b.ts`', ['src/a.ts', 'src/b.ts']],
    ['src/a.ts, lib/b.py', ['src/a.ts', 'lib/b.py']],
    ['`src/{a,b}.ts`, src/{c,d}.ts', ['src/{a,b}.ts', 'src/{c,d}.ts']],
    ['`src/*.ts`, `docs/**`', ['src/*.ts', 'docs/**']],
    ['`specs/x/`, tests/ (all test files)', ['specs/x/', 'tests/']],
    ['`src/a.ts:10-20`, src/b.ts lines 5-9', ['src/a.ts', 'src/b.ts']],
    ['`src/a.ts` and `src/b.ts`', ['src/a.ts', 'src/b.ts']],
    ['services.py (function + callers: one, two)', ['services.py']],
    ['`Makefile`, `.env`', ['Makefile', '.env']],
    ['`./src/a.ts`', ['./src/a.ts']],
    ['package.json', ['package.json']],
  ])('%s', (value, expected) => {
    expect(paths(value)).toEqual(expected)
  })

  test.each([
    'None',
    'None (existing specs)',
    'N/A',
    '(none — verification only)',
    'No new files',
    '-',
    'All test files',
    '14 files renamed in tests/unit/',
    'release evidence artifacts',
    'Install `react-window`, update components',
  ])('%s names no path', (value) => {
    expect(paths(value)).toEqual([])
  })

  test.each([
    ['`a.ts` (create)', 'create', 'create'],
    ['`a.ts` (CREATE)', 'create', 'CREATE'],
    ['`a.ts` (new)', 'create', 'new'],
    ['`a.ts` (modify)', 'modify', 'modify'],
    ['`a.ts` (delete)', 'delete', 'delete'],
    ['`a.ts` (read-only reference)', 'read', 'read-only reference'],
    ['`a.ts` (remove one line only)', 'modify', 'remove one line only'],
    ['`a.ts` (shim)', 'unknown', 'shim'],
    ['`a.ts`', 'unknown', null],
    ['a.ts (delete)', 'delete', 'delete'],
  ])('%s is used to %s', (value, use, note) => {
    expect(files(value)).toEqual([['a.ts', use, note]])
  })

  test('a label before a path without backticks is none of it', () => {
    const text =
      '- [ ] 1.1 A\n  - Files:\n    - modify: lib/a.ex\n    - test: test/a_test.exs (new)\n    - note: nothing else\n'
    const [task] = parseTasksDocument(text).tasks
    expect(task?.fields.files.map(({ path, use }) => [path, use])).toEqual([
      ['lib/a.ex', 'modify'],
      ['test/a_test.exs', 'create'],
    ])
  })

  test('nested bullets count, with the verb before a path', () => {
    const nested = '\n    - Create: `src/a.ts`\n    - Modify `src/b.ts`\n    - lib/c.py (line 471)'
    expect(files(nested).map(([path, use]) => [path, use])).toEqual([
      ['src/a.ts', 'create'],
      ['src/b.ts', 'modify'],
      ['lib/c.py', 'unknown'],
    ])
  })

  test('a range covers the path and nothing else', () => {
    const [task] = parseTasksDocument('- [ ] 1.1 a\n  - **Files**: `x/😀.ts:7` (new), y.ts\n').tasks
    expect(task?.fields.files.map((file) => [file.path, file.range.start.character, file.range.end.character])).toEqual(
      [
        ['x/😀.ts', 16, 23],
        ['y.ts', 34, 38],
      ],
    )
  })
})

describe('the paths of a spec-kit title', () => {
  function titlePaths(title: string): readonly (readonly [string, string])[] {
    const [task] = parseTasksDocument(`- [ ] T001 ${title}\n`).tasks
    return (task?.fields.files ?? []).map(({ path, use }) => [path, use] as const)
  }

  test.each([
    ['Create User in src/models/user.py', [['src/models/user.py', 'create']]],
    [
      'Update `src/a.ts` and `src/b.ts`',
      [
        ['src/a.ts', 'modify'],
        ['src/b.ts', 'modify'],
      ],
    ],
    [
      'Add routes in `src/routes.ts` per contracts/api.yaml',
      [
        ['src/routes.ts', 'unknown'],
        ['contracts/api.yaml', 'read'],
      ],
    ],
    ['Run the tests in tests/a.test.ts', [['tests/a.test.ts', 'read']]],
    ['在 src/lib/a.ts 中实现', [['src/lib/a.ts', 'unknown']]],
    ['Add fields（backend/app/models.py）', [['backend/app/models.py', 'unknown']]],
    ['Add app/(main)/quizzes/[id]/page.tsx', [['app/(main)/quizzes/[id]/page.tsx', 'unknown']]],
    ['Add (auth)/login/page.tsx', [['(auth)/login/page.tsx', 'unknown']]],
    ['Add `app/(..)photo/[...slug]/page.tsx`', [['app/(..)photo/[...slug]/page.tsx', 'unknown']]],
    ['Add groups in src/app/(auth)/.', [['src/app/(auth)/', 'unknown']]],
    ['Add the pages of app/blog/[slug].', [['app/blog/[slug]', 'unknown']]],
    ['Add tests [src/a.ts] (src/b.ts)', ['src/a.ts', 'src/b.ts'].map((path) => [path, 'unknown'])],
    [
      'Add a command (per contracts/toggle.md) in src/toggle.lua',
      [
        ['contracts/toggle.md', 'read'],
        ['src/toggle.lua', 'unknown'],
      ],
    ],
    [
      'Add scripts to package.json and `web/package.json`',
      [
        ['package.json', 'unknown'],
        ['web/package.json', 'unknown'],
      ],
    ],
    [
      'Create src/view/{list, item}/ and lib/*.{c,h}',
      [
        ['src/view/{list, item}/', 'create'],
        ['lib/*.{c,h}', 'create'],
      ],
    ],
    [
      'Fix `tests/test_a.py::TestA::test_b` (**src/a.py**)',
      [
        ['tests/test_a.py', 'modify'],
        ['src/a.py', 'modify'],
      ],
    ],
    [
      'Write `.gitignore`, `.prettierrc` and `.env`',
      ['.gitignore', '.prettierrc', '.env'].map((path) => [path, 'create']),
    ],
    [
      'Define it (per [data-model.md](data-model.md)) in [src/a.ts](../../src/a.ts)',
      [
        ['data-model.md', 'read'],
        ['src/a.ts', 'unknown'],
      ],
    ],
    ['Create the tab · `src/Tab.razor` + `.razor.cs`, `.d.ts`', [['src/Tab.razor', 'create']]],
    [
      'Write `.env.local`, `.eslintrc.js` and `.golangci.yml`',
      ['.env.local', '.eslintrc.js', '.golangci.yml'].map((path) => [path, 'create']),
    ],
    ['Add the example `.env.example` in apps/web/.env.example', [['apps/web/.env.example', 'unknown']]],
    [
      'Update `CHANGELOG.md`. Leave `package.json`, do not touch go.mod',
      [
        ['CHANGELOG.md', 'modify'],
        ['package.json', 'read'],
        ['go.mod', 'read'],
      ],
    ],
  ])('%s', (title, expected) => {
    expect(titlePaths(title)).toEqual(expected)
  })

  test.each([
    'Add GET/POST handlers for /api/v1/users',
    'Use Node.js and/or Deno on CI/CD',
    'Install `@scope/pkg` and `application/json` support',
    'Open https://example.com/a.html',
    'Publish to ~/.config/x.json',
    'Rename `.ts` files',
    'Scan the repository for `*.md`',
    'Package the `.vsix` and open a `.jvp` file',
    'Unblock **T067a/T067b** and **FR-1**/**FR-2**',
    'Take `image/*` only',
    'Call `load(a/b)` and fn(a)/b',
  ])('%s names no path', (title) => {
    expect(titlePaths(title)).toEqual([])
  })
})
