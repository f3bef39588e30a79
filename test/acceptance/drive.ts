import type { ExecutorSettings } from '#core/generated/executors'
import type { JournalEvent } from '#core/generated/journalEvent'
import type { Selection } from '#core/run/selection'
import { defaultSettings } from '#core/settings/settings'
import type { RunRequest, RunResult } from '../../runner/src/coordinator/request'
import { runSpec } from '../../runner/src/coordinator/run'
import type { Timing } from '../../runner/src/coordinator/timing'
import type { Workspace } from './workspace'

export interface Drive {
  readonly mode?: RunRequest['mode']
  readonly selection?: Selection
  readonly options?: RunRequest['options']
  readonly executors?: ExecutorSettings
  readonly worktreeFiles?: readonly string[]
  readonly dryRun?: boolean
  readonly signal?: AbortSignal
  readonly timing?: Partial<Timing>
  readonly env?: NodeJS.ProcessEnv
  readonly onEvent?: (event: JournalEvent) => void
}

export interface Driven extends RunResult {
  readonly events: readonly JournalEvent[]
  readonly messages: readonly string[]
}

/** Waits that are short enough for a test. */
const quick: Partial<Timing> = {
  pollMs: 15,
  killGraceMs: 300,
  goneMs: 5000,
  lingerMs: 300,
  holdMs: [50, 50, 50],
}

/** Runs a spec in this process and collects its events. */
export async function drive(workspace: Pick<Workspace, 'file' | 'root'>, how: Drive = {}): Promise<Driven> {
  const events: JournalEvent[] = []
  const messages: string[] = []
  const result = await runSpec(
    {
      mode: how.mode ?? 'run',
      file: workspace.file,
      cwd: workspace.root,
      selection: how.selection ?? { kind: 'next' },
      options: { executor: 'shell', ...how.options },
      settings: { ...defaultSettings, executors: how.executors ?? {}, worktreeFiles: how.worktreeFiles ?? [] },
      dryRun: how.dryRun ?? false,
    },
    {
      version: '0.0.0-test',
      signal: how.signal ?? new AbortController().signal,
      log: (_level, message) => messages.push(message),
      timing: { ...quick, ...how.timing },
      ...(how.env === undefined ? {} : { env: how.env }),
      onEvent(event) {
        events.push(event)
        how.onEvent?.(event)
      },
    },
  )
  return { ...result, events, messages }
}

/** The events of these kinds as short texts, e.g. `attemptEnded 1 success`. */
export function outline(events: readonly JournalEvent[], ...kinds: readonly JournalEvent['kind'][]): string[] {
  return events
    .filter((event) => kinds.includes(event.kind))
    .map((event) => {
      const index = 'index' in event ? ` ${event.index}` : ''
      return `${event.kind}${index}${'verdict' in event ? ` ${event.verdict}` : ''}`
    })
}
