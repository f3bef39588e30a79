import { spawnSync } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { agentTools } from '#core/agentTools/tools'
import { startOf } from '../../../runner/src/processes/identity'
import { makeFolder } from '../commands/runCli'
import { bundleRunner, makeRepository, openSession, type Session } from './session'

const pair = `# Tasks

- [ ] 1.1 [P] Write one
  - **Run**: \`echo one > one.txt\`
  - **Files**: \`one.txt\`
  - **Verify**: \`test -s one.txt\`
  - **Commit**: \`feat: one\`
- [ ] 1.2 [P] Write two
  - **Run**: \`exit 7\`
  - **Files**: \`two.txt\`
  - **Commit**: \`feat: two\`

## Later

- [ ] 2.1 Rest
  - **Run**: \`true\`
  - **Commit**: None
`
/** Says its process id and waits until it is let go. */
const waiting = `- [ ] 1.1 Wait
  - **Run**: \`echo $$ > pid; until test -e go; do sleep 0.05; done\`
  - **Commit**: None
`

let program: string
const sessions: Session[] = []

beforeAll(async () => {
  program = await bundleRunner()
})
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close()
})

async function open(cwd: string, options?: Parameters<typeof openSession>[2]): Promise<Session> {
  const session = await openSession(program, cwd, options)
  sessions.push(session)
  return session
}

/** Waits until a file is there and gives what it says. */
async function said(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (text.trim() !== '') return text.trim()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('the MCP server', () => {
  it('offers every tool with its schema, and says which change nothing', async () => {
    const { client } = await open(await makeFolder({}))
    const { tools } = await client.listTools()
    expect(tools.map(({ name, inputSchema, annotations }) => [name, inputSchema, annotations?.readOnlyHint])).toEqual(
      Object.entries(agentTools).map(([name, tool]) => [name, tool.inputSchema, tool.readOnly]),
    )
    expect(client.getInstructions()).toContain('tasks.md')
  })

  it('tells the plan of the only spec, and its problems', async () => {
    const twins = pair.replace('`two.txt`', '`./one.txt`')
    const { call } = await open(await makeFolder({ 'specs/a/tasks.md': twins }))
    const plan = await call('plan')
    expect(plan.text).toContain('1. side by side: 1.1 Write one · 1.2 Write two\n2. 2.1 Rest')
    expect(plan.data).toMatchObject({ total: 3, done: 0, left: 3 })
    const lint = await call('lint')
    expect(lint.text).toMatch(/^specs\/a\/tasks\.md:\d+:\d+: warning: .* \[file-overlap\]$/m)
    expect(lint.data).toMatchObject({ errors: 0 })
  })

  it('runs a group, tells how far it is, and gives the verdict on each task', async () => {
    const cwd = await makeRepository({ 'specs/a/tasks.md': pair })
    const { call, errors } = await open(cwd)
    const progress: string[] = []
    const run = await call(
      'run',
      { spec: 'specs/a', group: '1.1', executor: 'shell' },
      { onprogress: ({ progress: at, total, message }) => progress.push(`${at}/${total} ${message}`) },
    )
    expect(run.isError).toBe(false)
    expect(run.data).toMatchObject({
      outcome: 'failed',
      live: false,
      tasks: [
        { id: '1.1', status: 'success', ticked: true, commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
        { id: '1.2', status: 'failed', reason: 'It exited with code 7.', commit: null },
      ],
    })
    expect(run.text).toContain('call run with tasks ["1.2"]')
    expect(progress.at(-1)).toBe('2/2 1 of 2 done, 1 failed')
    expect(progress.some((line) => line.includes('running'))).toBe(true)
    expect((await call('status')).data).toEqual(run.data)
    expect(errors()).toBe('')
  })

  it('ends the run when the request is cancelled', async () => {
    const cwd = await makeRepository({ 'specs/a/tasks.md': waiting })
    const { call } = await open(cwd)
    const abort = new AbortController()
    const run = call('run', { executor: 'shell' }, { signal: abort.signal })
    const refused = expect(run).rejects.toThrow()
    const pid = Number(await said(join(cwd, 'pid')))
    abort.abort()
    await refused
    await expect.poll(async () => (await call('status')).data['outcome'], { timeout: 20_000 }).toBe('cancelled')
    expect(startOf(pid)).toBeUndefined()
  })

  it('begins a run without waiting, and ends it with cancel', async () => {
    const cwd = await makeRepository({ 'specs/a/tasks.md': waiting })
    const { call } = await open(cwd)
    expect((await call('run', { executor: 'shell', wait: false })).data).toMatchObject({ live: true, outcome: null })
    await said(join(cwd, 'pid'))
    expect((await call('run', { executor: 'shell' })).isError).toBe(true)
    expect((await call('cancel')).data).toEqual({ cancelled: true })
    expect((await call('status')).data).toMatchObject({ live: false, outcome: 'cancelled' })
    expect((await call('cancel')).data).toEqual({ cancelled: false })
  })

  it('leaves the run alone when the client goes', async () => {
    const cwd = await makeRepository({ 'specs/a/tasks.md': waiting })
    const first = await open(cwd)
    await first.call('run', { executor: 'shell', wait: false })
    await said(join(cwd, 'pid'))
    await first.close()
    await writeFile(join(cwd, 'go'), '')
    const second = await open(cwd)
    await expect.poll(async () => (await second.call('status')).data['outcome'], { timeout: 20_000 }).toBe('success')
    expect(await readFile(join(cwd, 'specs/a/tasks.md'), 'utf8')).toContain('- [x] 1.1')
  })

  it.each([
    ['plan', { spec: '../outside' }, 'lies outside of'],
    ['plan', { spec: 'link' }, 'lies outside of'],
    ['run', { spec: '/etc' }, 'lies outside of'],
    ['plan', { spec: 'specs/none' }, 'does not exist'],
    ['plan', {}, 'There are 2 specs'],
    ['plan', { file: 'specs/a' }, 'There is no parameter "file"; use spec.'],
    ['run', { spec: 'specs/a', tasks: '1.1' }, '"tasks" must be a list of strings'],
    ['run', { spec: 'specs/a', group: '1.1', all: true }, 'exclude one another'],
    ['run', { spec: 'specs/a', executor: '--config=x' }, 'is no name'],
    ['run', { spec: 'specs/a', executor: 'nobody' }, 'There is no executor "nobody"'],
    ['run', { spec: 'specs/a', tasks: ['9.9'] }, 'There is no task "9.9"'],
    ['delete', {}, 'There is no tool "delete"'],
  ])('refuses %s %j in one sentence', async (name, input, sentence) => {
    const outside = await makeFolder({
      'outside/tasks.md': pair,
      'in/specs/a/tasks.md': pair,
      'in/specs/b/tasks.md': pair,
    })
    const cwd = join(outside, 'in')
    symlinkSync(join(outside, 'outside'), join(cwd, 'link'))
    const { call } = await open(cwd)
    const answer = await call(name, input)
    expect(answer).toMatchObject({ isError: true, text: expect.stringContaining(sentence) })
    expect(answer.text).not.toContain('\n')
    expect(existsSync(join(cwd, 'specs/a/.parallel-tasks'))).toBe(false)
  })

  it('works in the roots of a client that has some, and nowhere else', async () => {
    const cwd = await makeFolder({ 'here/tasks.md': pair, 'there/specs/b/tasks.md': pair })
    const { call } = await open(cwd, { roots: [pathToFileURL(join(cwd, 'there')).href] })
    expect((await call('plan', { spec: 'specs/b' })).isError).toBe(false)
    expect((await call('plan', { spec: join(cwd, 'here') })).text).toContain('lies outside of')
  })

  it('asks to be told that it talks over standard input and output', async () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'mcp'], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('parallel-tasks mcp --stdio')
  })
})
