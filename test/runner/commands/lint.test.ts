import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { rules } from '#core/rules/registry'
import { makeFolder, readJson, runCli, snapshot } from './runCli'

const overlap = `- [ ] 1.1 [P] Make a
  - **Files**: \`src/a.ts\`
- [ ] 1.2 [P] Make b
  - **Files**: \`src/b.ts\`, \`./src/a.ts\`
`
const twice = '- [ ] 1.1 Make a\n- [ ] 1.1 Make b\n'
let folder: string

beforeEach(async () => {
  folder = await makeFolder({
    'specs/a/tasks.md': overlap,
    'specs/b/tasks.md': twice,
    'clean.md': '- [ ] 1.1 Make a\n',
  })
  await mkdir(join(folder, '.git'))
})

const lint = (...args: string[]) => runCli(['lint', ...args], folder)

describe('lint', () => {
  it('shows place, severity, message, code and the line in question', async () => {
    const { code, out } = await lint('specs/a')
    expect(out.replace(/Tasks .*a\.ts.*(?=  file)/, 'Tasks …'))
      .toBe(`specs/a/tasks.md:4:29  warning  Tasks …  file-overlap
  4 │   - **Files**: \`src/b.ts\`, \`./src/a.ts\`
    │                             ~~~~~~~~~~

1 problem (1 warning), 1 file checked.
`)
    expect(code).toBe(0)
  })

  it('ends with exit code 1 when there is an error, and says how many files it checked', async () => {
    const { code, out } = await lint('specs/a', 'specs/b/tasks.md', 'clean.md')
    expect(code).toBe(1)
    expect(out).toMatch(/specs\/b\/tasks\.md:2:7 {2}error {2}The id 1\.1 .* {2}duplicate-id/)
    expect(out).toMatch(/2 problems \(1 error, 1 warning\), 3 files checked\.\n$/)
  })

  it('says so when there is nothing wrong', async () => {
    expect(await lint('clean.md')).toEqual({ code: 0, out: 'No problems, 1 file checked.\n', err: '' })
  })

  it.each([
    ['specs/b', 'error', 0],
    ['specs/b', 'warning', 1],
    ['specs/a', 'warning', 0],
    ['specs/a', 'info', 1],
    ['specs/a', 'none', 1],
    ['clean.md', 'none', 0],
  ])('%s with --max-severity %s ends with exit code %i', async (path, severity, code) => {
    expect((await lint(path, '--max-severity', severity)).code).toBe(code)
  })

  it('searches a folder of specs, and names each file once', async () => {
    const { out } = await lint('specs', 'specs/a', '--format', 'json')
    const files = readJson<{ file: string }[]>(out).map((problem) => problem.file)
    expect(files).toEqual([join(folder, 'specs/a/tasks.md'), join(folder, 'specs/b/tasks.md')])
  })

  it('obeys severities of a settings file', async () => {
    await writeFile(join(folder, 's.json'), '{"rules": {"file-overlap": "error", "duplicate-id": "off"}}')
    expect((await lint('specs/a', '--config', 's.json')).code).toBe(1)
    expect((await lint('specs/b', '--config', 's.json')).out).toContain('No problems')
  })

  it('reads the state file and requirements beside the document', async () => {
    const spec = await makeFolder({
      'tasks.md': '- [ ] 1.1 Make a\n  - _Requirements: FR-9_\n',
      'requirements.md': '- **FR-1**: One\n',
      '.ralph-state.json': '{ broken',
    })
    const { out } = await runCli(['lint', '.', '--format', 'json'], spec)
    expect(readJson<{ code: string }[]>(out).map((problem) => problem.code)).toEqual(
      expect.arrayContaining(['invalid-state-file', 'unresolved-requirement']),
    )
  })

  it('changes nothing on disk', async () => {
    const before = await snapshot(folder)
    await lint('specs')
    expect(await snapshot(folder)).toEqual(before)
  })
})

describe('lint --format json', () => {
  it('gives 1-based places, and the data of the problem', async () => {
    const [problem] = readJson<unknown[]>((await lint('specs/b', '--format', 'json')).out)
    expect(problem).toEqual({
      file: join(folder, 'specs/b/tasks.md'),
      line: 2,
      column: 7,
      endLine: 2,
      endColumn: 10,
      severity: 'error',
      code: 'duplicate-id',
      message: expect.stringContaining('1.1'),
      data: expect.objectContaining({ id: '1.1' }),
    })
  })

  it('is an empty array when there is nothing wrong', async () => {
    expect(readJson((await lint('clean.md', '--format', 'json')).out)).toEqual([])
  })
})

describe('lint --format github', () => {
  it('gives one workflow command a problem', async () => {
    const { out } = await lint('specs/b', '--format', 'github')
    expect(out).toMatch(
      /^::error file=specs\/b\/tasks\.md,line=2,endLine=2,col=7,endColumn=10,title=duplicate-id::The id 1\.1 [^\n]*\n$/,
    )
  })

  it('escapes what would end the command or a property', async () => {
    const odd = await makeFolder({ 'a, b: c%.md': '- [ ] 1.1 [P] x\n  - **Files**: `../50%::x`\n' })
    const { out } = await runCli(['lint', 'a, b: c%.md', '--format', 'github'], odd)
    expect(out).toContain('file=a%2C b%3A c%25.md,')
    const unsafe = out.split('\n').find((line) => line.includes('title=unsafe-path')) ?? ''
    expect(unsafe).toContain('50%25::x')
  })

  it.each(['github', 'pretty'])(
    'lets nothing of a path or a text reach the terminal as a command: %s',
    async (format) => {
      const hostile = 'a\u001B]0;x\u0007\u001B[31m'
      const odd = await makeFolder({ [`${hostile}/tasks.md`]: `- [ ] 1.1 [P] x\n  - **Files**: \`../${hostile}b\`\n` })
      const { out } = await runCli(['lint', '.', '--format', format], odd)
      expect(out).toContain('unsafe-path')
      expect(out).not.toMatch(/[^\P{Cc}\n]/u)
    },
  )
})

describe('lint --format sarif', () => {
  it('gives a 2.1.0 log with the rules, the results and places relative to the folder', async () => {
    const log = readJson<{
      version: string
      runs: { tool: { driver: { rules: { id: string }[] } }; results: unknown[]; originalUriBaseIds: unknown }[]
    }>((await lint('specs/b', '--format', 'sarif')).out)
    expect(log.version).toBe('2.1.0')
    const [run] = log.runs
    const ids = run?.tool.driver.rules.map((rule) => rule.id) ?? []
    expect(ids).toEqual(rules.map((rule) => rule.code))
    expect(run?.originalUriBaseIds).toEqual({ ROOT: { uri: `${pathToFileURL(folder).href}/` } })
    expect(run?.results).toEqual([
      {
        ruleId: 'duplicate-id',
        ruleIndex: ids.indexOf('duplicate-id'),
        level: 'error',
        message: { text: expect.stringContaining('1.1') },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'specs/b/tasks.md', uriBaseId: 'ROOT' },
              region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 10 },
            },
          },
        ],
      },
    ])
  })
})
