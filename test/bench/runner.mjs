// `npm run bench:runner`: what the runner adds to the time of its executors. The same commands, as many at a time, in
// one run of this program: by a plain pool of processes, by xargs, and by the runner with its `shell` executor.
// BENCH_TASKS=40 takes other numbers of tasks, BENCH_AT_ONCE=4 as many at a time, BENCH_ROUNDS=5 more rounds.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'parallel-tasks-bench-'))
const tasks = Number(process.env.BENCH_TASKS ?? 24)
const atOnce = Number(process.env.BENCH_AT_ONCE ?? 4)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)

/** The specs that the runner has run. */
const specs = []

const commands = {
  'executors that wait (sleep 1)': 'sleep 1',
  'executors that work (gzip 8 MB)': 'head -c 8000000 /dev/urandom | gzip -9 > /dev/null',
}

/** Runs a program to its end; gives its milliseconds. */
function run(program, args, options = {}) {
  const start = performance.now()
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'inherit'], ...options })
  child.stdin.end(options.input ?? '')
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(performance.now() - start) : reject(new Error(`${program} ended with ${code}.`)),
    )
  })
}

async function pool(command) {
  const start = performance.now()
  let left = tasks
  const worker = async () => {
    while (left-- > 0) await run('/bin/sh', ['-c', command])
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return performance.now() - start
}

function xargs(command) {
  const input = `${command}\n`.repeat(tasks)
  return run('xargs', ['-P', String(atOnce), '-d', '\\n', '-n', '1', '/bin/sh', '-c'], { input })
}

/** The runner with a new spec, in a folder that is no repository: a commit is git's time. */
function runner(command) {
  const spec = mkdtempSync(join(folder, 'spec-'))
  const task = (number) => `- [ ] 1.${number} [P] Part ${number}\n  - **Run**: \`${command}\`\n`
  writeFileSync(join(spec, 'tasks.md'), `# Tasks\n\n${Array.from({ length: tasks }, (_, at) => task(at + 1)).join('')}`)
  const flags = ['--executor', 'shell', '--max-concurrent', String(atOnce), '--commit', 'off']
  specs.push(spec)
  return run(process.execPath, [join(folder, 'dist', 'runner.js'), 'run', spec, ...flags], { cwd: spec })
}

/** What the journals say of the time around executors: from a line of one kind to the next one of another, by task. */
function between(from, to) {
  const times = specs.flatMap((spec) => {
    const runs = join(spec, '.parallel-tasks', 'runs')
    const journal = readFileSync(join(runs, readdirSync(runs)[0], 'events.ndjson'), 'utf8')
    const events = journal
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const at = (kind, index) => Date.parse(events.find((event) => event.kind === kind && event.index === index)?.at)
    return Array.from({ length: tasks }, (_, index) => at(to, index) - at(from, index))
  })
  return `${median(times)} ms`
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]
}

try {
  await run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--outdir', join(folder, 'dist')])
  // The program reads its version there.
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
  const ways = { 'plain pool': pool, 'xargs -P': xargs, 'the runner': runner }
  const rows = []
  for (const [name, command] of Object.entries(commands)) {
    const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]))
    // Turn by turn, so that whatever else the machine does meets all of them.
    for (let round = 0; round < rounds; round++) {
      for (const [way, work] of Object.entries(ways)) times[way].push(await work(command))
    }
    const [plain, others, own] = Object.values(times).map(median)
    const added = own - plain
    rows.push([
      name,
      ...[plain, others, own].map((time) => time.toFixed(0)),
      `${added.toFixed(0)} (${((100 * added) / plain).toFixed(1)} %)`,
      (added / tasks).toFixed(0),
    ])
  }
  const cells = [['milliseconds', ...Object.keys(ways), 'added', 'added for each task'], ...rows]
  const widths = cells[0].map((_, at) => Math.max(...cells.map((row) => row[at].length)))
  for (const row of cells) {
    console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '))
  }
  const load = loadavg().map((each) => each.toFixed(1))
  console.log(`
In the runner's journal, median: ${between('attemptStarting', 'attemptStarted')} to start an executor, ${between('attemptExited', 'attemptEnded')} from its exit to its verdict (what it left
behind is ended, and it is seen that it is gone).
${tasks} tasks, ${atOnce} at a time, the median of ${rounds} rounds. The runner's time is that of the whole program: its start, the
spec, a log, a journal and a verdict for each task, the merged notes, the ticks and the state file. Load of the machine: ${load.join(', ')}.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
