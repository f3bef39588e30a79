import { join } from 'node:path'
import * as l10n from '@vscode/l10n'
import { Uri, workspace } from 'vscode'
import type { ToolAnswer } from '#core/agentTools/answer'
import { type LintItem, lintAnswer } from '#core/agentTools/lintAnswer'
import { planAnswer } from '#core/agentTools/planAnswer'
import { runFlagsOf, type ToolInput } from '#core/agentTools/readInput'
import { runAnswer } from '#core/agentTools/runAnswer'
import type { ToolName } from '#core/agentTools/tools'
import type { PlanJson } from '#core/plan/planJson'
import type { SpecOutline } from '#core/wire/messages'
import { UserError } from '../platform/userError'
import type { RunnerAnswer } from '../runs/askRunner'
import { beginRun, type RunStarter } from '../runs/beginRun'
import type { Controls } from '../runs/controls'
import { RunRefused } from '../runs/launch'
import type { RunView } from '../runs/runView'
import { untilOver } from '../runs/untilOver'
import { findSpec } from '../specs/findSpec'
import type { SpecStore } from '../specs/specStore'

/** What the tools work with. */
export interface ToolServices extends RunStarter {
  readonly specs: SpecStore
  readonly controls: Controls
  /** Starts the server when it is not there yet, and resolves when the specs are known. */
  readonly ready: () => Promise<void>
  /** Asks the headless program about a tasks document, with the settings as they are for it. */
  readonly ask: (uri: Uri, args: readonly string[]) => Promise<RunnerAnswer>
}

/** A way to hear that an answer is not wanted any more. */
export interface StopSignal {
  readonly isCancellationRequested: boolean
  readonly onCancellationRequested: (listener: () => void) => { dispose(): unknown }
}

const neverRun: ToolAnswer = { text: 'This spec has never been run.', data: { runId: null, tasks: [] } }
const nothingToRun: ToolAnswer = {
  text: 'Nothing to run: what was asked for is done.',
  data: { runId: null, tasks: [] },
}

/** Carries out one use of a tool whose input is checked. Throws a `UserError` with one sentence for what cannot be done. */
export async function callTool(
  services: ToolServices,
  name: ToolName,
  input: ToolInput,
  stop: StopSignal,
): Promise<ToolAnswer> {
  await services.ready()
  if (name === 'lint') return lint(services, input.spec)
  const uri = Uri.parse(specOf(services, input.spec).uri)
  const file = uri.fsPath
  switch (name) {
    case 'plan':
      return planAnswer(readJson<PlanJson>(await services.ask(uri, ['plan', file, '--json'])), shown(file))
    case 'run':
      return run(services, uri, input, stop)
    case 'status': {
      const view = await services.runs.examine(file)
      return view === undefined ? neverRun : answerOf(view)
    }
    case 'cancel': {
      const view = await services.runs.examine(file)
      if (view?.life !== 'live') return { text: 'Nothing runs here.', data: { cancelled: false } }
      await services.controls.cancel(file, null)
      return { text: `Run ${view.state.runId} is cancelled.`, data: { cancelled: true } }
    }
  }
}

/** The spec that a name means, relative to any folder of the workspace. */
export function specOf(services: Pick<ToolServices, 'specs'>, name: string | undefined): SpecOutline {
  const bases = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath)
  return findSpec(services.specs.all(), name, { bases, fileOf: ({ uri }) => Uri.parse(uri).fsPath })
}

async function lint(services: ToolServices, name: string | undefined): Promise<ToolAnswer> {
  const chosen = name === undefined ? services.specs.all() : [specOf(services, name)]
  const items: LintItem[] = []
  for (const spec of chosen) {
    const uri = Uri.parse(spec.uri)
    items.push(...readJson<readonly LintItem[]>(await services.ask(uri, ['lint', uri.fsPath, '--format', 'json'])))
  }
  return lintAnswer(items, shown)
}

/** Runs tasks to the end; when the answer is not wanted any more, the run is ended. */
async function run(services: ToolServices, uri: Uri, input: ToolInput, stop: StopSignal): Promise<ToolAnswer> {
  const begun = await beginRun(services, uri, runFlagsOf(input)).catch((error: unknown) => {
    if (error instanceof RunRefused && error.exitCode === 0) return undefined
    throw error
  })
  if (begun === undefined) return nothingToRun
  if (input.wait === false) return answerOf(begun)
  const end = (): void => void services.controls.cancel(uri.fsPath, null).catch(() => undefined)
  const listener = stop.onCancellationRequested(end)
  if (stop.isCancellationRequested) end()
  try {
    return answerOf(await untilOver(services.runs, begun))
  } finally {
    listener.dispose()
  }
}

function answerOf(view: RunView): ToolAnswer {
  return runAnswer({
    state: view.state,
    standing: view.life,
    logOf: (task) => {
      const last = task.attempts.at(-1)
      return last === undefined ? null : join(view.folder, last.log)
    },
  })
}

/** A path as the agent knows it: relative to its workspace folder. */
function shown(file: string): string {
  return workspace.asRelativePath(file, (workspace.workspaceFolders?.length ?? 0) > 1)
}

/** What our own program printed as JSON; its own words when it refused. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows the shape
function readJson<T>({ code, stdout, stderr }: RunnerAnswer): T {
  const said = stderr
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/^parallel-tasks: /, '')
  if (code === 2 || code === null) throw new UserError(said || l10n.t('The runner said nothing; try again.'))
  const value: T = JSON.parse(stdout)
  return value
}
