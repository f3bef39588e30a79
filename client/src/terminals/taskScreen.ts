import * as l10n from '@vscode/l10n'
import type { TaskRunState } from '#core/run/runState'
import { coalesce } from '../platform/coalesce'
import type { Disposable } from '../platform/disposables'
import { serial } from '../platform/serial'
import { watchFile } from '../runs/fileChanges'
import { join } from 'node:path'
import { taskName } from '../specs/outlineQueries'
import type { AttemptOutput } from './attemptOutput'
import { attemptOutput, replayBytes } from './attemptOutput'
import { createOutputBuffer } from './outputBuffer'
import { paint } from './paint'
import type { Renderer } from './renderer'

/** What a screen shows, and where. */
export interface ScreenOptions {
  /** Folder of the run. */
  readonly folder: string
  readonly renderer: () => Renderer
  readonly emit: (text: string) => void
  /** True while the run's runner lives. */
  readonly isLive: () => boolean
}

/** What a task's terminal shows, without the terminal: replay of the newest attempt, then everything as it comes. */
export interface TaskScreen extends Disposable {
  /** Takes the task as the journal tells it now. */
  update(task: TaskRunState): Promise<void>
}

/** Shows nothing until the first update. */
export function createTaskScreen(options: ScreenOptions): TaskScreen {
  const buffer = createOutputBuffer(options.emit, 50, replayBytes)
  let task: TaskRunState | undefined
  let shown = 0
  let isAnnounced = false
  let current: AttemptOutput | undefined
  let watcher: Disposable | undefined
  // Most tasks start at once; only a real wait is worth a line.
  const waiting = coalesce(() => buffer.write(paint('grey', `○ ${l10n.t('waits for a free place …')}\r\n`)), 700)

  const step = async (): Promise<void> => {
    if (task === undefined) return
    for (const attempt of task.attempts) {
      if (attempt.attempt <= shown) continue
      if (current?.attempt !== attempt.attempt) {
        current = attemptOutput(options.folder, attempt, taskName(task), options.renderer())
        buffer.write(current.begin())
        watch(attempt.log)
      }
      if (attempt.verdict === null && options.isLive()) {
        buffer.write(await current.more())
        return
      }
      buffer.write(await current.end(attempt))
      shown = attempt.attempt
      watcher?.dispose()
    }
  }
  const looks = serial(step)
  const watch = (log: string): void => {
    watcher?.dispose()
    watcher = watchFile(join(options.folder, log), 250, () => void looks.request())
  }
  return {
    async update(next) {
      // A terminal that comes late replays the newest attempt only; the older ones stand in their logs.
      if (task === undefined) shown = Math.max(0, (next.attempts.at(-1)?.attempt ?? 1) - 1)
      task = next
      if (next.status !== 'queued') waiting.dispose()
      else if (!isAnnounced) waiting.request()
      isAnnounced = next.status === 'queued'
      await looks.request()
    },
    dispose() {
      waiting.dispose()
      watcher?.dispose()
      buffer.flush()
      buffer.dispose()
    },
  }
}
