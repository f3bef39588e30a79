import type { FromTimelinePage, TimelinePageState } from '#core/wire/timelinePage'

/** What VS Code gives to a page. */
export interface Host {
  readonly postMessage: (message: FromTimelinePage) => void
  readonly getState: () => TimelinePageState | undefined
  readonly setState: (state: TimelinePageState) => void
}

declare global {
  /** May be called once in the life of a page. */
  function acquireVsCodeApi(): Host
}
