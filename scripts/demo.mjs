// `npm run demo`: the main job on a real spec, in a temporary git repository, with nothing installed but Node and git.
// DEMO_KEEP=1 keeps the repository; DEMO_PACE=0.2 makes the tasks faster.
import { spawn, spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from './setup.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const isTerminal = process.stdout.isTTY && !process.env['NO_COLOR']
const bold = (text) => (isTerminal ? `\u001B[1m${text}\u001B[22m` : text)
const dim = (text) => (isTerminal ? `\u001B[2m${text}\u001B[22m` : text)
const green = (text) => (isTerminal ? `\u001B[32m${text}\u001B[39m` : text)

let folder
try {
  await ensurePackages()
  console.log(dim('Building …'))
  run(process.execPath, ['scripts/build.mjs'], root)

  folder = await makeRepository()
  const spec = join('specs', 'moon')
  const cli = join(root, 'dist', 'runner.js')

  title('The plan: what may run side by side')
  console.log(run(process.execPath, [cli, 'plan', spec], folder, isTerminal))

  title('The run: three tasks at a time, each with an executor of its own')
  await follow(process.execPath, [cli, 'run', spec, '--group', '1.2', '--executor', 'shell'], folder)

  title(`${spec}/tasks.md: the boxes of the group are ticked`)
  const tasks = await readFile(join(folder, spec, 'tasks.md'), 'utf8')
  for (const line of tasks.split('\n').filter((line) => /^(## |- \[)/.test(line))) {
    console.log(line.startsWith('- [x]') ? green(line) : line.startsWith('## ') ? bold(line) : line)
  }

  title(`${spec}/.progress.md: what the three learned, merged in order`)
  console.log((await readFile(join(folder, spec, '.progress.md'), 'utf8')).trimEnd())

  title('git log --stat: one clean commit for each task')
  const log = ['log', '--stat', '--format=%C(auto)%h %s', ...(isTerminal ? ['--color=always'] : [])]
  console.log(run('git', log, folder).trimEnd())

  const left = run('git', ['status', '--short'], folder)
  console.log(left === '' ? `\n${green('The working tree is clean.')}` : `\n${left}`)
  const keep = process.env['DEMO_KEEP']
  console.log(
    dim(
      keep
        ? `The repository is ${folder}`
        : 'The repository was temporary and is gone. Keep it next time: DEMO_KEEP=1 npm run demo',
    ),
  )
} catch (error) {
  console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  if (folder && !process.env['DEMO_KEEP']) await rm(folder, { recursive: true, force: true })
}

/** Copies the demo spec into a git repository of its own, with an identity that is valid there only. */
async function makeRepository() {
  const repository = await realpath(await mkdtemp(join(tmpdir(), 'parallel-tasks-demo-')))
  await cp(join(root, 'examples', 'demo'), repository, { recursive: true })
  const git = (...args) => run('git', args, repository)
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Demo Person')
  git('config', 'user.email', 'demo@example.com')
  git('config', 'commit.gpgsign', 'false')
  await writeFile(join(repository, '.git', 'info', 'exclude'), '.ralph-state.json\n')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'chore: begin with a spec')
  return repository
}

function title(text) {
  console.log(`\n${bold(`── ${text} `)}${dim('─'.repeat(Math.max(0, 76 - text.length)))}\n`)
}

/** What a program prints; throws with its own words when it fails. */
function run(command, args, cwd, color = false) {
  const env = color ? { ...process.env, FORCE_COLOR: '1' } : process.env
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (error?.code === 'ENOENT') throw new Error(`${command} is not installed. Install it and run the demo again.`)
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr || stdout}`)
  return stdout
}

/** Runs a program in this terminal, Ctrl+C included: it ends the run in order, and the demo after it. */
function follow(command, args, cwd) {
  const ignore = () => undefined
  process.on('SIGINT', ignore)
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', ignore)
      if (code === 0) resolve()
      else reject(new Error(code === 130 ? 'the run was cancelled.' : `the run ended with exit code ${code}.`))
    })
  })
}
