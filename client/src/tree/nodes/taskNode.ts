import * as l10n from '@vscode/l10n'
import { code, plain } from '#core/features/markdown'
import type { TaskOutline } from '#core/wire/messages'
import type { RunView } from '../../runs/runView'
import { clock, elapsed } from '../../specs/elapsed'
import { isOpen, taskName } from '../../specs/outlineQueries'
import type { ShownStatus } from '../../specs/taskStatus'
import { isBad, isRunning, runTaskFor, shownStatus, statusWord } from '../../specs/taskStatus'
import type { Row } from '../row'
import { statusIcon } from '../statusIcon'

/** The row of a task. `now` is in milliseconds since the epoch. */
export function taskRow(task: TaskOutline, view: RunView | undefined, now: number): Row {
  const status = shownStatus(task, view)
  const attempt = runTaskFor(task, view)?.attempts.at(-1)
  const name = taskName(task)
  const told = attempt === undefined || !tellsAttempt(status) ? undefined : attempt
  const reason = isBad(status) ? (runTaskFor(task, view)?.tickRefused ?? told?.reason ?? undefined) : undefined
  const time = told === undefined ? undefined : clock(elapsed(told, now))
  const spoken = [name, statusWord(status), told && l10n.t('attempt {0}', told.attempt), reason]
  const shown = [
    reason ?? shownWord(status),
    time,
    told !== undefined && told.attempt > 1 ? l10n.t('attempt {0}', told.attempt) : undefined,
  ]
  return {
    label: name,
    description: join(shown, ' · '),
    icon: task.container ? { id: 'list-tree' } : statusIcon(status),
    context: [
      'task',
      statusContext(status),
      ...(canRun(task, status) ? ['runnable'] : []),
      ...(attempt ? ['log'] : []),
      ...(runTaskFor(task, view)?.commit ? ['commit'] : []),
    ],
    accessible: join(spoken, ', '),
    tooltip: tooltip(task, status, reason, told && join([l10n.t('Attempt {0}', told.attempt), time], ', ')),
    fold: 'none',
  }
}

/** The word for `when` clauses: several states share their menu. */
function statusContext(status: ShownStatus): string {
  if (isRunning(status)) return 'running'
  return isBad(status) || status === 'cancelled' ? 'failed' : status
}

function canRun(task: TaskOutline, status: ShownStatus): boolean {
  return isOpen(task) && !isRunning(status) && status !== 'queued' && status !== 'done'
}

/** The icon says enough for the plain states. */
function shownWord(status: ShownStatus): string | undefined {
  const isPlain = status === 'open' || status === 'done' || status === 'running' || status === 'starting'
  return isPlain ? undefined : statusWord(status)
}

function tellsAttempt(status: ShownStatus): boolean {
  return isRunning(status) || isBad(status) || status === 'done' || status === 'cancelled'
}

function tooltip(
  task: TaskOutline,
  status: ShownStatus,
  reason: string | undefined,
  attempt: string | undefined,
): string {
  const lines = [
    `**${plain(taskName(task))}**`,
    l10n.t('State: {0}', statusWord(status)),
    attempt,
    task.markers.length > 0
      ? l10n.t('Markers: {0}', task.markers.map((marker) => code(`[${marker}]`)).join(' '))
      : undefined,
    reason === undefined ? undefined : l10n.t('Reason: {0}', plain(reason)),
    ...task.verify.map((command) => `Verify: ${code(command)}`),
  ]
  return join(lines, '\n\n')
}

function join(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator)
}
