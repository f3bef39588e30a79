import type { LimitFunction } from 'p-limit'
import { isActive } from '#core/run/fold'
import type { ControlHandlers } from '../control/server'
import { appendOrTell } from './appendOrTell'
import type { Cancellation } from './cancellation'
import type { RunContext } from './runContext'

/** What requests from outside act on. */
export interface ControlParts {
  readonly cancellation: Cancellation
  readonly window: LimitFunction
  /** Resolves when the run is over and its lock is given back. */
  readonly isOver: Promise<void>
}

/** Handlers of requests, and the way to tie them to a run. */
export interface BoundHandlers {
  readonly handlers: ControlHandlers
  /** Ties the requests, and the caller's own signal, to the run once it is there. The result unties the signal. */
  bind(context: RunContext, signal: AbortSignal): () => void
}

/** Answers requests of the control socket. Those that come before the run is there are refused. */
export function controlHandlers(parts: ControlParts): BoundHandlers {
  let run: RunContext | undefined
  const current = (): RunContext => {
    if (run === undefined) throw new Error('The run is only just beginning.')
    return run
  }
  const cancelRun = (context: RunContext): void => {
    if (parts.cancellation.run.aborted) return
    appendOrTell(context.journal, { kind: 'cancelRequested', index: null }, context)
    parts.cancellation.cancelRun()
  }
  return {
    handlers: {
      async cancel(index) {
        if (index === null) {
          cancelRun(current())
          return parts.isOver
        }
        await cancelTask(current(), parts, index)
      },
      setMaxConcurrent(value) {
        if (!Number.isInteger(value) || value < 1 || value > 32)
          throw new Error('The limit is a whole number from 1 to 32.')
        parts.window.concurrency = value
        current().journal.append({ kind: 'concurrencyChanged', maxConcurrent: value })
      },
    },
    bind(context, signal) {
      run = context
      const stop = (): void => cancelRun(context)
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
      return () => {
        run = undefined
        signal.removeEventListener('abort', stop)
      }
    },
  }
}

/** Resolves when no process of the task is left. */
async function cancelTask(context: RunContext, parts: ControlParts, index: number): Promise<void> {
  const task = context.journal.state()?.tasks.get(index)
  if (task === undefined || !(task.status === 'queued' || isActive(task.status)))
    throw new Error(`Task #${index} is not running.`)
  context.journal.append({ kind: 'cancelRequested', index })
  parts.cancellation.cancelTask(index)
  while (isActive(context.journal.state()?.tasks.get(index)?.status ?? 'cancelled')) {
    await Promise.race([parts.isOver, new Promise((resolve) => setTimeout(resolve, 20))])
  }
}
