// Runs a spec in a process of its own that kills itself: after its n-th event, or when it is told to by a signal.
import { runSpec, type RunRequest } from '../../runner/src/coordinator/run'
import { defaultSettings } from '#core/settings/settings'

const [mode = 'run', file = '', cwd = '', killAfter = '0', isolation = 'shared'] = process.argv.slice(2)
const request: RunRequest = {
  mode: mode === 'resume' ? 'resume' : 'run',
  file,
  cwd,
  selection: { kind: 'all' },
  options: { executor: 'shell', maxConcurrent: 3, isolation: isolation === 'worktree' ? 'worktree' : 'shared' },
  settings: defaultSettings,
  dryRun: false,
}
let seen = 0
runSpec(request, {
  version: '0.0.0-fault',
  signal: new AbortController().signal,
  log: () => undefined,
  timing: { pollMs: 10, killGraceMs: 500 },
  onEvent: () => {
    seen++
    if (seen === Number(killAfter)) process.kill(process.pid, 'SIGKILL')
  },
}).then(
  (result) => {
    process.stdout.write(`${seen}\n`)
    process.exitCode = result.exitCode
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exitCode = 2
  },
)
