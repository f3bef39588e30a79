import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { npm, packedVsix, projectCopy, root, temporaryFolder } from './packages'

/** The most a VSIX may weigh. */
const budget = 700 * 1024

/** What may be in the VSIX; it holds no source, no test, no source map and no picture of the repository. */
const allowed = [
  /^(package(\.nls(\.[\w-]+)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY-NOTICES\.txt)$/,
  /^dist\/\w+\.(js|css)$/,
  /^(schemas|syntaxes|l10n)\/[\w.-]+\.json$/,
  /^docs\/\w+\.md$/,
  /^media\/(\w+\/)?[\w-]+\.(svg|png|css)$/,
]

/** What the page of the timeline is made of. */
const timeline = ['dist/timeline.js', 'media/timeline.css']

/** What the extension says, in its languages. */
const texts = ['package.nls.json', 'package.nls.de.json', 'l10n/bundle.l10n.de.json']

let project: string

beforeAll(() => {
  project = projectCopy()
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('the packages', { timeout: 120_000 }, () => {
  it('the VSIX holds what the extension needs, nothing else, within its budget', async () => {
    const { vsix, content } = await packedVsix(project)
    const home = join(content, 'extension')
    const names = filesBelow(home)
    expect(names.filter((name) => !allowed.some((pattern) => pattern.test(name)))).toEqual([])
    expect(names).toEqual(expect.arrayContaining([...pathsInManifest(home), 'THIRD-PARTY-NOTICES.txt', 'LICENSE.txt']))
    expect(statSync(vsix).size).toBeLessThanOrEqual(budget)
    expect(traces(home, names)).toEqual([])
    const readme = readFileSync(join(home, 'readme.md'), 'utf8')
    expect(readme, 'pictures that no address serves').not.toMatch(/!\[|<!-- repository/)
  })

  it('the npm package is the command line program alone, and works where it is installed', () => {
    const prefix = temporaryFolder()
    const [packed]: { filename: string; files: { path: string }[] }[] = JSON.parse(npm(['pack', '--json'], project))
    const names = packed?.files.map(({ path }) => path) ?? []
    expect(names.filter((name) => name.startsWith('dist/')).sort()).toEqual(['dist/runner.js', 'dist/server.js'])
    expect(names.filter((name) => /^(client|core|test|scripts|media|examples|out)\/|\.map$|\.env/.test(name))).toEqual(
      [],
    )
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.txt', ...linkedPages()]))

    npm(['install', '--global', '--prefix', prefix, join(project, packed?.filename ?? '')], prefix)
    const program = join(prefix, ...(process.platform === 'win32' ? [] : ['bin']), 'parallel-tasks')
    const run = (...args: string[]): string => execFileSync(program, args, { cwd: root, encoding: 'utf8' })
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(run('--version').trim()).toBe(version)
    const plan: { tasks: unknown[] } = JSON.parse(run('plan', 'examples/demo/specs/moon', '--json'))
    expect(plan.tasks.length).toBeGreaterThan(3)
  })
})

/** The pages that the README links to. */
function linkedPages(): readonly string[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  return [...readme.matchAll(/(?<!!)\[[^\]]*\]\((docs\/[^)#]+)\)/g)].map(([, path]) => path ?? '')
}

/** The files that the manifest points to. */
function pathsInManifest(home: string): readonly string[] {
  const text = readFileSync(join(home, 'package.json'), 'utf8')
  const paths = [...text.matchAll(/"\.?\/?((?:dist|media|schemas|syntaxes|l10n)\/[\w./-]+)"/g)].map(
    ([, path]) => path ?? '',
  )
  return [...new Set([...paths, 'dist/languageClient.js', 'dist/server.js', ...timeline, ...texts, 'docs/rules.md'])]
}

/** Files that tell where they were made, or where their sources are. */
function traces(home: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    if (name.endsWith('.png')) return false
    const text = readFileSync(join(home, name), 'utf8')
    return [root, `${homedir()}/`, '//# sourceMappingURL='].some((trace) => text.includes(trace))
  })
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}
