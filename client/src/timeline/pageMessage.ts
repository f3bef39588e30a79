import type { FromTimelinePage, TimelinePageState } from '#core/wire/timelinePage'

/** Reads a message of a page; undefined for anything else. */
export function readPageMessage(value: unknown): FromTimelinePage | undefined {
  return isMessage(value) ? value : undefined
}

/** Reads which run a page that VS Code has kept was for; undefined for anything else. */
export function readPageState(value: unknown): Pick<TimelinePageState, 'file' | 'runId'> | undefined {
  return isState(value) ? { file: value.file, runId: value.runId } : undefined
}

function isMessage(value: unknown): value is FromTimelinePage {
  if (!isRecord(value)) return false
  if (value['kind'] === 'ready') return true
  if (!Number.isInteger(value['index'])) return false
  if (value['kind'] === 'openLog') return Number.isInteger(value['attempt'])
  return value['kind'] === 'showChanges' || value['kind'] === 'goToTask'
}

function isState(value: unknown): value is TimelinePageState {
  // The run's id becomes the name of a folder.
  return (
    isRecord(value) &&
    typeof value['file'] === 'string' &&
    typeof value['runId'] === 'string' &&
    /^[\w-]+$/.test(value['runId'])
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
