import { dirname } from 'node:path'
import { lintAnswer } from '#core/agentTools/lintAnswer'
import { planAnswer } from '#core/agentTools/planAnswer'
import { readInput, runFlagsOf, type ToolInput } from '#core/agentTools/readInput'
import { runAnswer } from '#core/agentTools/runAnswer'
import type { ToolAnswer } from '#core/agentTools/answer'
import type { ToolName } from '#core/agentTools/tools'
import { planJson } from '#core/plan/planJson'
import type { RunState } from '#core/run/runState'
import type { CommandContext } from '../commands/context'
import { checkSpec, openFile } from '../commands/openSpec'
import { runCancel } from '../commands/runCancel'
import { lintFiles } from '../commands/runLint'
import { lintItems } from '../console/lintJson'
import { shownPath } from '../console/shownPath'
import { newestLog, readNewestRun, readRun } from '../files/newestRun'
import { loadSettings } from '../files/settingsFile'
import { UserError } from '../userError'
import { allSpecs, type Roots, specFile } from './places'
import { runChild } from './runChild'

/** One use of a tool by an agent. */
export interface ToolCall {
  readonly name: ToolName
  readonly given: unknown
  readonly roots: Roots
  /** The `--config` file, as it was named. */
  readonly config: string | undefined
  readonly context: CommandContext
  readonly signal: AbortSignal
  /** Told while a run goes on. */
  readonly onState: (state: RunState) => void
}

/** Carries out one use of a tool. Throws a `UserError` with one sentence for what cannot be done. */
export async function callTool(call: ToolCall): Promise<ToolAnswer> {
  const read = readInput(call.name, call.given)
  if (!read.ok) throw new UserError(read.message)
  const { settings, path } = await loadSettings(call.config, call.context.cwd)
  const [cwd] = call.roots
  if (call.name === 'lint') {
    const named = read.input.spec
    const files =
      named === undefined
        ? await allSpecs(call.roots, settings.files)
        : [await specFile(named, call.roots, settings.files)]
    return lintAnswer(lintItems(await lintFiles(files, cwd, settings)), (file) => shownPath(file, cwd))
  }
  const file = await specFile(read.input.spec, call.roots, settings.files)
  switch (call.name) {
    case 'plan': {
      const spec = await openFile({ file, dir: dirname(file) }, cwd, settings)
      const problems = await checkSpec(spec, cwd, settings)
      return planAnswer(planJson(spec.document, spec.plan, file, problems.length), spec.shown)
    }
    case 'run':
      return run(call, file, read.input, path)
    case 'status':
      return status(file)
    case 'cancel':
      return cancel(call.context, file)
  }
}

async function run(call: ToolCall, file: string, input: ToolInput, config: string | null): Promise<ToolAnswer> {
  const begun = await runChild({
    file,
    flags: [...runFlagsOf(input), ...(config === null ? [] : ['--config', config])],
    cwd: call.roots[0],
    env: call.context.env,
    programDir: call.context.programDir,
    wait: input.wait !== false,
    signal: call.signal,
    onState: call.onState,
  })
  if (begun === undefined)
    return { text: 'Nothing to run: what was asked for is done.', data: { runId: null, tasks: [] } }
  const now = readRun(dirname(file), begun.runId)
  const state = now?.state ?? begun
  return runAnswer({
    state,
    standing: now?.standing ?? (begun.outcome === null ? 'live' : 'ended'),
    logOf: (task) => (now === undefined ? null : (newestLog(now, task.index) ?? null)),
  })
}

async function status(file: string): Promise<ToolAnswer> {
  const newest = await readNewestRun(dirname(file))
  if (newest === undefined) return { text: 'This spec has never been run.', data: { runId: null, tasks: [] } }
  return runAnswer({ ...newest, logOf: (task) => newestLog(newest, task.index) ?? null })
}

/** Ends the run as `parallel-tasks cancel` does: over its socket, and returns when its processes are gone. */
async function cancel(context: CommandContext, file: string): Promise<ToolAnswer> {
  let said = ''
  await runCancel(file, undefined, { ...context, out: (text) => (said += text) })
  return { text: said.trim(), data: { cancelled: !said.startsWith('Nothing runs') } }
}
