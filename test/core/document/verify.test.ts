import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'

function verify(value: string): { commands: readonly string[]; expectation: string | null } {
  const [task] = parseTasksDocument(`- [ ] 1.1 Task\n  - **Verify**: ${value}\n`).tasks
  const field = task?.fields.verify
  return { commands: (field?.commands ?? []).map((command) => command.text), expectation: field?.expectation ?? null }
}

describe('what Verify runs', () => {
  test.each([
    ['`grep -q x f` exits 0', ['grep -q x f'], 'exits 0'],
    ['`ls *.txt 2>/dev/null | wc -l` shows 3 files created', ['ls *.txt 2>/dev/null | wc -l'], 'shows 3 files created'],
    ['`npm test`', ['npm test'], null],
    [
      '`cargo fmt --check` + `cargo clippy` + `cargo test --all`',
      ['cargo fmt --check', 'cargo clippy', 'cargo test --all'],
      null,
    ],
    ['`npm run lint` and `npm test`', ['npm run lint', 'npm test'], null],
    ['`make e2e` (finds the panel) AND `grep x docs/a.md`', ['make e2e', 'grep x docs/a.md'], '(finds the panel)'],
    ['Run `npm test`', ['npm test'], null],
    ['Type check: `npx tsc -b`', ['npx tsc -b'], null],
    [
      'python app.py | grep -q "hello world" && echo PASS',
      ['python app.py | grep -q "hello world" && echo PASS'],
      null,
    ],
    ['make test passes', ['make test'], 'passes'],
    ['`grep -c x f` returns `0`', ['grep -c x f'], 'returns `0`'],
    ['`. .venv/bin/activate && make lint`', ['. .venv/bin/activate && make lint'], null],
    ['. .venv/bin/activate && pytest -q', ['. .venv/bin/activate && pytest -q'], null],
    ['source .venv/bin/activate && pytest -q passes', ['source .venv/bin/activate && pytest -q'], 'passes'],
    [
      '`npm run lint` and `source .venv/bin/activate && pytest`',
      ['npm run lint', 'source .venv/bin/activate && pytest'],
      null,
    ],
    ['`FOO=1 ./check.sh --all`', ['FOO=1 ./check.sh --all'], null],
    ['`! test -f old.py && echo GONE`', ['! test -f old.py && echo GONE'], null],
    ['`mytool check` exits 0', ['mytool check'], 'exits 0'],
    ['``echo `date` ``', ['echo `date`'], null],
  ])('%s', (value, commands, expectation) => {
    expect(verify(value)).toEqual({ commands, expectation })
  })

  test.each([
    'Manual review of merge logic in implement.md',
    'Manual test with single [P] task spec',
    'Manual execution of /ralph-specum:implement on test-parallel-mixed',
    'Check tasks.md shows 2 [x] and 1 [ ] after execution',
    'Confirm Task tool calls appear in same message for [P] batch',
    'All commands exit 0',
    'source files in src/ are formatted',
    'source maps work',
    'Type check passes',
    'make sure the panel works',
    'test that the file is there',
    'docker-compose e2e tests.',
    'find the button and press it',
    '`implement.md` has the section',
    '`parallelGroup` is found in `implement.md`',
    '`export function foo()` is in `src/foo.ts`',
    'PR created, `gh pr view` shows it',
    'Manual smoke: `npm start`',
    'e2e test.',
  ])('%s is prose and runs nothing', (value) => {
    expect(verify(value)).toEqual({ commands: [], expectation: null })
  })

  test('nested bullets give one command each, the words before them none', () => {
    const nested =
      'All commands must pass:\n    - Lint: `npm run lint`\n    - `npm test` (all green)\n    - no warnings'
    expect(verify(nested).commands).toEqual(['npm run lint', 'npm test'])
  })

  test('a fenced block is one command, dedented; a block of another language is none', () => {
    expect(verify('\n    ```bash\n    cd app\n    npm test\n    ```').commands).toEqual(['cd app\nnpm test'])
    expect(verify('\n    ```json\n    {"a": 1}\n    ```').commands).toEqual([])
  })

  test('the range of a command is exactly the command', () => {
    const text = '- [ ] 1.1 😀 Task\r\n  - **Verify**: 😀 `echo 1`\r\n  - **Verify**: `echo 2`\r\n'
    const [task] = parseTasksDocument(text.replace('😀 `echo 1`', '`echo 1` 😀')).tasks
    expect(task?.fields.verify?.commands).toEqual([
      { text: 'echo 1', range: { start: { line: 1, character: 17 }, end: { line: 1, character: 23 } } },
    ])
  })
})
