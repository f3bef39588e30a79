import type { Lane, Timeline } from '../run/timeline/timeline'

/** How the run of a timeline stands: `interrupted` when its runner is gone without a word. */
export type TimelineLife = 'live' | 'ended' | 'interrupted'

/** What the timeline's page shows besides the timeline itself. */
export interface TimelineFrame {
  readonly specName: string
  readonly life: TimelineLife
  /** The active time it is now, by the clock of the extension's machine; in milliseconds. */
  readonly now: number
}

/** The extension to the page. */
export type ToTimelinePage =
  /** All of it: the first message, and after a page was made anew. */
  | { readonly kind: 'whole'; readonly frame: TimelineFrame; readonly line: Timeline }
  /** What changed since the last message: of the lanes only those that did. */
  | {
      readonly kind: 'changes'
      readonly frame: TimelineFrame
      readonly line: Omit<Timeline, 'lanes'>
      readonly lanes: readonly Lane[]
    }
  /** The journal is gone or cannot be read; a sentence for people. */
  | { readonly kind: 'unreadable'; readonly reason: string }

/** The page to the extension. `index` is that of a task, as the run knows it. */
export type FromTimelinePage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'openLog'; readonly index: number; readonly attempt: number }
  | { readonly kind: 'showChanges'; readonly index: number }
  | { readonly kind: 'goToTask'; readonly index: number }

/** What a page keeps for the time it is hidden or the window is reloaded. */
export interface TimelinePageState {
  readonly file: string
  readonly runId: string
  readonly zoom: number
  readonly asTable: boolean
  readonly selected: { readonly index: number; readonly attempt: number } | null
}
