import * as l10n from '@vscode/l10n'
import { foldTimeline } from '#core/run/timeline/foldTimeline'
import type { Timeline } from '#core/run/timeline/timeline'
import type { TimelineLife, ToTimelinePage } from '#core/wire/timelinePage'
import { coalesce } from '../platform/coalesce'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import { serial } from '../platform/serial'
import { createJournalReader } from '../runs/journalReader'
import { journalFile, runFolder } from '../runs/runFolder'
import type { RunStore } from '../runs/runStore'

/** The run that is shown, and the page it is sent to. */
export interface TimelineFeedOptions {
  /** Absolute path of the tasks document. */
  readonly file: string
  readonly runId: string
  readonly specName: string
  readonly runs: Pick<RunStore, 'get' | 'onDidChange'>
  readonly send: (message: ToTimelinePage) => void
  /** The time, in milliseconds since the epoch. */
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

/** Feeds a timeline's page: all of it when it is ready, then what changes. */
export interface TimelineFeed extends Disposable {
  /** The page is there, anew perhaps: it gets everything. */
  readonly sendAll: () => Promise<void>
  /** The timeline as far as it was read. */
  readonly line: () => Timeline | undefined
}

/** Follows the journal of a run; looks when the store of runs has seen a change, so that nothing is polled here. */
export function createTimelineFeed(options: TimelineFeedOptions): TimelineFeed {
  const { file, runId, runs, send, specName } = options
  const owned = createDisposableStore()
  const reader = createJournalReader(journalFile(runFolder(file, runId)))
  let line: Timeline | undefined
  let sent: { readonly line: Timeline; readonly life: TimelineLife } | undefined
  let disposed = false

  const look = async (): Promise<void> => {
    const news = await reader.read()
    if (news.restarted) line = sent = undefined
    for (const event of news.events) line = foldTimeline(line, event)
    if (disposed) return
    if (line === undefined)
      return send({ kind: 'unreadable', reason: l10n.t('The journal of this run is gone or cannot be read.') })
    const life = lifeOf(runs, file, line)
    if (sent?.line === line && sent.life === life) return
    const frame = { specName, life, now: life === 'live' ? options.now() - line.origin : line.last }
    if (sent === undefined) send({ kind: 'whole', frame, line })
    else {
      const before = new Set(sent.line.lanes)
      const { lanes, ...rest } = line
      send({ kind: 'changes', frame, line: rest, lanes: lanes.filter((lane) => !before.has(lane)) })
    }
    sent = { line, life }
  }
  const looks = serial(look)
  const looking = owned.add(coalesce(() => void looks.request().catch(options.onError), 50))
  owned.add(
    runs.onDidChange(({ view }) => {
      if (view.file === file && view.state.runId === runId && sent !== undefined) looking.request()
    }),
  )
  return {
    line: () => line,
    async sendAll() {
      sent = undefined
      await looks.request()
    },
    dispose() {
      disposed = true
      owned.dispose()
    },
  }
}

function lifeOf(runs: Pick<RunStore, 'get'>, file: string, line: Timeline): TimelineLife {
  const view = runs.get(file)
  if (view?.state.runId === line.runId) return view.life
  return line.outcome === null ? 'interrupted' : 'ended'
}
