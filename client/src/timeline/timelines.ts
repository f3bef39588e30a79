import { randomBytes } from 'node:crypto'
import * as l10n from '@vscode/l10n'
import type { WebviewPanel } from 'vscode'
import { Uri, env, window } from 'vscode'
import { unlinked } from '#core/text/unlinked'
import { besidePage } from '../platform/besidePage'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import { textsOfDisplayLanguage } from '../platform/language'
import { UserError } from '../platform/userError'
import type { RunStore } from '../runs/runStore'
import type { SpecStore } from '../specs/specStore'
import { pageHtml } from './pageHtml'
import { readPageMessage, readPageState } from './pageMessage'
import { carryOut } from './timelineActions'
import type { TimelineFeed } from './timelineFeed'
import { createTimelineFeed } from './timelineFeed'

/** A run whose timeline is wanted. */
export interface TimelineRun {
  /** Absolute path of the tasks document. */
  readonly file: string
  readonly runId: string
  readonly specName: string
}

/** The timelines that are open: one panel for each run. */
export interface Timelines extends Disposable {
  /** Opens the timeline of a run, or brings it to the front. */
  readonly show: (run: TimelineRun) => void
}

/** What the pages need. */
export interface TimelinesOptions {
  /** The extension's folder. */
  readonly home: Uri
  readonly specs: SpecStore
  readonly runs: RunStore
  /** Resolves when the specs are known. */
  readonly ready: () => Promise<void>
  readonly onError: (error: unknown) => void
}

const viewType = 'parallelTasks.timeline'

/** Makes the keeper of the timelines. Panels that VS Code kept over a reload are filled again. */
export function createTimelines(options: TimelinesOptions): Timelines {
  const { home, onError } = options
  const owned = createDisposableStore()
  const panels = new Map<string, WebviewPanel>()
  const webviewOptions = {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(home, 'dist'), Uri.joinPath(home, 'media')],
  }
  const fill = (panel: WebviewPanel, run: TimelineRun): void => {
    const key = keyOf(run)
    panels.set(key, panel)
    panel.title = l10n.t('Timeline: {0}', run.specName)
    const feed = connect(panel, run, options)
    panel.onDidDispose(() => {
      if (panels.get(key) === panel) panels.delete(key)
      feed.dispose()
    })
    panel.webview.options = webviewOptions
    panel.webview.html = pageHtml({
      script: panel.webview.asWebviewUri(Uri.joinPath(home, 'dist', 'timeline.js')).toString(),
      style: panel.webview.asWebviewUri(Uri.joinPath(home, 'media', 'timeline.css')).toString(),
      cspSource: panel.webview.cspSource,
      nonce: randomBytes(16).toString('hex'),
      language: env.language,
      texts: textsOfDisplayLanguage(),
    })
  }
  owned.add(
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        const run = readPageState(state)
        if (run === undefined) return panel.dispose()
        await options.ready().catch(onError)
        await options.runs.examine(run.file).catch(onError)
        fill(panel, { ...run, specName: nameOf(options.specs, run.file) })
      },
    }),
  )
  return {
    show(run) {
      const open = panels.get(keyOf(run))
      if (open !== undefined) return open.reveal()
      fill(window.createWebviewPanel(viewType, l10n.t('Timeline'), besidePage(), webviewOptions), run)
    },
    dispose() {
      owned.dispose()
      for (const panel of Array.from(panels.values())) panel.dispose()
    },
  }
}

/** Feeds a page, and carries out what it asks for. A page that is hidden is gone; it asks anew when it is back. */
function connect(panel: WebviewPanel, run: TimelineRun, { specs, runs, onError }: TimelinesOptions): TimelineFeed {
  const send = (message: object): void => {
    if (panel.visible) void panel.webview.postMessage(message)
  }
  const feed = createTimelineFeed({ ...run, runs, send, now: Date.now, onError })
  panel.webview.onDidReceiveMessage((value: unknown) => {
    const message = readPageMessage(value)
    if (message === undefined) return
    if (message.kind === 'ready') return void feed.sendAll().catch(onError)
    const line = feed.line()
    if (line !== undefined) carryOut(message, line, run.file, specs).catch((error: unknown) => tell(error, onError))
  })
  return feed
}

function tell(error: unknown, onError: (error: unknown) => void): void {
  if (error instanceof UserError) void window.showWarningMessage(unlinked(error.message))
  else onError(error)
}

function keyOf({ file, runId }: TimelineRun): string {
  return `${file}\n${runId}`
}

function nameOf(specs: SpecStore, file: string): string {
  return specs.all().find(({ uri }) => Uri.parse(uri).fsPath === file)?.name ?? file
}
