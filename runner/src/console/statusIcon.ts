import type { TaskRunStatus } from '#core/run/runState'
import type { Paint } from './paint'

/** One character that shows where a task stands. */
export function statusIcon(status: TaskRunStatus, paint: Paint, frame = 0): string {
  switch (status) {
    case 'success':
      return paint.good('✓')
    case 'failed':
    case 'timed-out':
      return paint.bad('✗')
    case 'cancelled':
    case 'interrupted':
      return paint.warn('⊘')
    case 'queued':
      return paint.dim('·')
    case 'starting':
    case 'running':
    case 'verifying':
      return paint.live(frames[frame % frames.length] ?? '●')
  }
}

/** Where a task stands in a word. */
export function statusWord(status: TaskRunStatus): string {
  if (status === 'success') return 'done'
  return status === 'timed-out' ? 'timed out' : status
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
