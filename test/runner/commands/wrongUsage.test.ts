import { beforeEach, describe, expect, it } from 'vitest'
import { makeFolder, runCli, snapshot } from './runCli'

const tasks = '# Tasks\n\n- [ ] 1.1 First\n  - **Run**: `true`\n'
let folder: string

beforeEach(async () => {
  folder = await makeFolder({
    'spec/tasks.md': tasks,
    'empty/readme.txt': 'nothing here',
    'bad/binary.md': Buffer.from([0x23, 0x00, 0x01]),
    'bad/latin.md': Buffer.from([0x2d, 0x20, 0xe9, 0x0a]),
    'bad/state/tasks.md': tasks,
    'bad/state/.ralph-state.json': '{"taskIndex": "one"}',
    'config/broken.json': '{',
    'config/wrong.json': '{"maxConcurrent": 99}',
    'config/unknown.json': '{"maxConcurent": 3}',
    'config/list.json': '[]',
  })
})

describe('wrong usage', () => {
  it.each([
    ['no command at all', '', /name a command/],
    ['an unknown command', 'rum spec', /unknown command 'rum'.*Did you mean run\?.*"parallel-tasks --help"/],
    ['an unknown flag', 'run spec --jsn', /unknown option '--jsn'.*Did you mean --json\?.*"parallel-tasks run --help"/],
    ['a missing spec', 'plan', /missing required argument 'spec'.*"parallel-tasks plan --help"/],
    ['one argument too many', 'plan spec more', /too many arguments.*"parallel-tasks plan --help"/],
    ['a folder that is not there', 'plan nowhere', /nowhere does not exist\. Name a spec folder/],
    ['a folder without tasks.md', 'plan empty', /empty has no tasks\.md\. Name a folder that has one/],
    ['a folder without tasks.md, for lint', 'lint empty', /empty has no tasks\.md, and no folder below it/],
    ['a file that is no Markdown', 'plan empty/readme.txt', /is no Markdown file/],
    ['a binary file', 'plan bad/binary.md', /bad\/binary\.md is no text file/],
    ['a binary file, for run', 'run bad/binary.md', /bad\/binary\.md is no text file/],
    ['a file that is not UTF-8', 'lint bad/latin.md', /bad\/latin\.md is not UTF-8 text\. Save it as UTF-8/],
    [
      'an unknown executor',
      'run spec --executor shel',
      /no executor "shel"\. Did you mean shell\? Known are auto, shell, verify, claude/,
    ],
    ['an unknown executor that is like no other', 'run spec --executor zzz', /no executor "zzz"\. Known are/],
    ['a number that is too large', 'run spec --max-concurrent 33', /whole number from 1 to 32/],
    ['a number that is none', 'run spec --retry many', /whole number from 0 to 100/],
    ['a number with a sign', 'run spec --max-concurrent -1', /--max-concurrent/],
    ['a time without a unit', 'run spec --timeout 5', /time such as 90s, 60m or 1h/],
    ['neither on nor off', 'run spec --commit maybe', /must be on or off/],
    ['an unknown format', 'lint spec --format xml', /Allowed choices are pretty, json, github, sarif/],
    ['an unknown severity', 'lint spec --max-severity bad', /Allowed choices are none, hint, info, warning, error/],
    ['an unknown break', 'plan spec --break-at line', /Allowed choices are heading, phase, never/],
    ['two selections', 'run spec --all --task 1.1', /cannot be used with/],
    ['a task that is not there', 'run spec --executor shell --task 9.9', /no task "9\.9"/],
    ['a group that is not there', 'run spec --executor shell --group 9.9', /no task "9\.9"/],
    ['a settings file that is not there', 'run spec --config none.json', /settings file none\.json does not exist/],
    [
      'a settings file that is no JSON',
      'run spec --config config/broken.json',
      /config\/broken\.json is not valid JSON/,
    ],
    [
      'a setting out of range',
      'run spec --config config/wrong.json',
      /maxConcurrent must be a whole number from 1 to 32, not 99\. Correct it/,
    ],
    ['an unknown setting', 'run spec --config config/unknown.json', /maxConcurent is no setting/],
    ['settings that are a list', 'plan spec --config config/list.json', /must be an object/],
    [
      'a broken state file',
      'run bad/state --executor shell',
      /\.ralph-state\.json is no valid state file \(taskIndex must be integer\)/,
    ],
    ['logs without a task', 'logs spec', /required option '--task <task>' not specified/],
    ['logs before any run', 'logs spec --task 1.1', /no run yet/],
    ['a language server without --stdio', 'lsp', /parallel-tasks lsp --stdio/],
    ['a language server that was not built', 'lsp --stdio', /language server is missing/],
    ['retry before any run', 'retry spec --executor shell', /run/],
    ['resume before any run', 'resume spec --executor shell', /run/],
  ])('%s: exit code 2, one line that says what to do, nothing changed', async (_, line, message) => {
    const before = await snapshot(folder)
    const { code, out, err } = await runCli(
      line.split(' ').filter((word) => word !== ''),
      folder,
    )
    expect(err).toMatch(message)
    expect(err).toMatch(/^parallel-tasks: [^\n]+\n$/)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(await snapshot(folder)).toEqual(before)
  })
})

describe('help', () => {
  it('is printed on standard output with exit code 0 and shows examples', async () => {
    const { code, out, err } = await runCli(['--help'], folder)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const command of [
      'plan',
      'lint',
      'run',
      'status',
      'resume',
      'retry',
      'cancel',
      'merge',
      'logs',
      'report',
      'doctor',
      'lsp',
    ]) {
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
    }
    expect(out).toContain('parallel-tasks run specs/login --all')
  })

  it('of run names every flag', async () => {
    const { out } = await runCli(['run', '--help'], folder)
    for (const flag of [
      'group',
      'task',
      'all',
      'executor',
      'max-concurrent',
      'timeout',
      'idle-timeout',
      'isolation',
      'commit',
      'verify',
      'retry',
      'break-at',
      'config',
      'dry-run',
      'json',
    ]) {
      expect(out).toContain(`--${flag}`)
    }
  })

  it('gives the version', async () => {
    expect(await runCli(['--version'], folder)).toEqual({ code: 0, out: '1.2.3\n', err: '' })
  })
})
