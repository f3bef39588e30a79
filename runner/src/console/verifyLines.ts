import { formatElapsed } from '#core/text/elapsed'
import type { VerifiedTask, VerifyEvent } from '#core/wire/verifyEvents'
import type { Paint } from './paint'
import { safeLine } from './safeText'
import { taskTitle } from './taskName'

/** How much of a failed command's output is shown, in lines. */
const shownLines = 20

/** Makes the printer of `verify` for people: one line a task, the last output of those that fail, a summary. */
export function verifyLines(paint: Paint): (event: VerifyEvent) => string {
  let task: VerifiedTask | undefined
  let output = ''
  return (event) => {
    switch (event.kind) {
      case 'taskStarted':
        task = event
        output = ''
        return ''
      case 'output':
        output = (output + event.text).slice(-65_536)
        return ''
      case 'taskSkipped':
        return paint.dim(`– ${taskTitle(event)}: ${event.reason}\n`)
      case 'taskEnded': {
        const title = task === undefined ? `#${event.index}` : taskTitle(task)
        const time = paint.dim(formatElapsed(event.durationMs))
        if (event.verdict === 'success') return `${paint.good('✓')} ${title}  ${time}\n`
        const sign = event.verdict === 'cancelled' ? paint.warn('⊘') : paint.bad('✗')
        const said = event.verdict === 'cancelled' ? [] : lastLines(output).map((line) => paint.dim(`    ${line}`))
        const lines = [`${sign} ${title}  ${time}`, `    ${safeLine(event.reason ?? '')}`, ...said]
        return `${lines.join('\n')}\n`
      }
      case 'ended':
        return `${summary(event, paint)}\n`
    }
  }
}

function lastLines(output: string): readonly string[] {
  return output
    .split('\n')
    .map(safeLine)
    .filter((line) => line !== '')
    .slice(-shownLines)
}

function summary(ended: Extract<VerifyEvent, { kind: 'ended' }>, paint: Paint): string {
  const { passed, failed, skipped } = ended
  if (passed + failed + skipped === 0) return 'No task here has a Verify field.'
  const parts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} without a command`] : []),
  ]
  return failed > 0 ? paint.bad(parts.join(', ')) : paint.good(parts.join(', '))
}
