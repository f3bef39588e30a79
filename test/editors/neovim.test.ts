import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureSystemPackages, hostNeeds } from '../hosts/systemPackages.mjs'

const root = join(import.meta.dirname, '..', '..')

const tasks = `# Tasks

- [ ] 1.1 [P] Write the header in src/header.html
- [ ] 1.2 [p] Write the footer in src/footer.html
- [ ] 1.3 [P] Write the list in src/list.html
`

interface Problem {
  readonly line: number
  readonly code: string
  readonly source: string
  readonly message: string
}

interface Report {
  readonly error?: string
  readonly clients: readonly string[]
  readonly problems: readonly Problem[]
  readonly lenses: readonly { readonly line: number; readonly title: string }[]
  readonly symbols: readonly string[]
  readonly hover: string
  readonly offered: readonly string[]
  readonly text: readonly string[]
  readonly typed: readonly Problem[]
}

let folder: string
let report: Report
let called: readonly string[]

beforeAll(async () => {
  await ensureSystemPackages(hostNeeds.editor)
  folder = await realpath(await mkdtemp(join(tmpdir(), 'parallel-tasks-neovim-')))
  await installProgram()
  await mkdir(join(folder, 'specs', 'page'), { recursive: true })
  await writeFile(join(folder, 'specs', 'page', 'tasks.md'), tasks)
  await writeFile(join(folder, 'init.lua'), await documentedSetUp())
  const [told, calls] = [join(folder, 'report.json'), join(folder, 'called')]
  const session = join(import.meta.dirname, 'session.lua')
  const neovim = spawnSync(
    'nvim',
    ['--clean', '--headless', '-u', 'init.lua', 'specs/page/tasks.md', '-c', `luafile ${session}`],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 240_000,
      env: {
        ...process.env,
        HOME: folder,
        PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
        SESSION_REPORT: told,
        SESSION_CALLED: calls,
      },
    },
  )
  report = JSON.parse(await readFile(told, 'utf8').catch(() => JSON.stringify({ error: neovim.stderr })))
  called = (await readFile(calls, 'utf8').catch(() => '')).split('\n')
}, 600_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** `parallel-tasks` on the PATH: the server is the real one, a run only notes how it was asked for. */
async function installProgram(): Promise<void> {
  const program = join(folder, 'package')
  await build({
    entryPoints: { runner: join(root, 'runner/src/main.ts'), server: join(root, 'server/src/main.ts') },
    outdir: join(program, 'dist'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
  await cp(join(root, 'package.json'), join(program, 'package.json'))
  await mkdir(join(folder, 'bin'))
  const script = join(folder, 'bin', 'parallel-tasks')
  await writeFile(
    script,
    `#!/bin/sh
if [ "$1" = lsp ]; then exec "${process.execPath}" "${program}/dist/runner.js" "$@"; fi
printf '%s\\n' "$@" > "$SESSION_CALLED.part" && mv "$SESSION_CALLED.part" "$SESSION_CALLED"
`,
  )
  await chmod(script, 0o755)
}

/** What docs/editors.md tells users of this Neovim to write into their init.lua. */
async function documentedSetUp(): Promise<string> {
  const page = await readFile(join(root, 'docs', 'editors.md'), 'utf8')
  const [, section = ''] = page.split('## Neovim')
  const blocks = [...section.split('\n## ')[0]!.matchAll(/```lua\n(.*?)```/gs)].map(([, code]) => code)
  expect(blocks).toHaveLength(3)
  return blocks.slice(1).join('\n')
}

describe('Neovim, set up as docs/editors.md says', () => {
  it('plays the session to its end', () => {
    expect(report.error).toBeUndefined()
  })

  it('attaches the server to a tasks.md', () => {
    expect(report.clients).toEqual(['parallel_tasks'])
  })

  it('shows the problems where they are', () => {
    expect(report.problems.map(({ line, code, source }) => [line, code, source])).toEqual([
      [2, 'lone-parallel', 'parallel-tasks'],
      [3, 'malformed-marker', 'parallel-tasks'],
      [4, 'lone-parallel', 'parallel-tasks'],
    ])
  })

  it('shows the lenses', () => {
    expect(report.lenses.map(({ line, title }) => `${line} ${title}`)).toEqual([
      '0 Run all remaining (3)',
      '2 Run task',
      '3 Run task',
      '4 Run task',
    ])
  })

  it('lists tasks as symbols', () => {
    expect(report.symbols).toEqual([
      '[Namespace] Tasks',
      '[Event] 1.1 Write the header in src/header.html',
      '[Event] 1.2 Write the footer in src/footer.html',
      '[Event] 1.3 Write the list in src/list.html',
    ])
  })

  it('shows a task when the cursor rests on it', () => {
    expect(report.hover).toContain('1.2 Write the footer in src/footer.html')
    expect(report.hover).toContain('State: open')
  })

  it('applies a quick fix, after which the three tasks are one group without problems', () => {
    expect(report.offered).toContain('Write [P]')
    expect(report.text[3]).toBe('- [ ] 1.2 [P] Write the footer in src/footer.html')
  })

  it('follows what is typed', () => {
    expect(report.typed.map(({ line, code }) => [line, code])).toEqual([
      [5, 'duplicate-id'],
      [5, 'id-order'],
    ])
  })

  it('starts the run that a lens offers', () => {
    expect(called).toEqual(['run', join(folder, 'specs', 'page', 'tasks.md'), '--group', '#0', ''])
  })
})
