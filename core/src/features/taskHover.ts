import type { Task } from '../document/tasksDocument'
import type { Group } from '../plan/plan'
import { formatElapsed } from '../text/elapsed'
import type { LensContext } from './lens'
import { code, plain } from './markdown'
import type { RunTask } from './runView'

/** The hover of a task: its state, what its newest attempt came to, its files, what Verify runs, how it is run. */
export function taskHover({ run }: Pick<LensContext, 'run'>, task: Task, group: Group | undefined): string {
  const { fields } = task
  const head = [task.id, task.title].flatMap((part) => (part === null || part === '' ? [] : [plain(part)])).join(' ')
  const attempt = run?.tasks.get(task.index)
  const lines = [
    `State: ${task.container ? 'container of the tasks below it' : task.state}`,
    attempt === undefined ? '' : `Last run: ${attemptText(attempt)}`,
    fields.files.length === 0
      ? ''
      : `Files: ${fields.files.map(({ path, use }) => code(path) + (use === 'unknown' ? '' : ` (${use})`)).join(', ')}`,
    verifyText(task),
    fields.commit === null ? '' : `Commit: ${fields.commit.message === null ? 'none' : code(fields.commit.message)}`,
    task.container ? '' : howItRuns(task, group),
  ]
  return [`**${head}**`, ...lines.filter((line) => line !== '')].join('\n\n')
}

function attemptText({ status, attempt, reason, durationMs }: RunTask): string {
  const words = [status.replace('-', ' ')]
  if (attempt > 1) words.push(`attempt ${attempt}`)
  if (durationMs !== null) words.push(formatElapsed(durationMs))
  return words.join(', ') + (reason === null ? '' : `: ${plain(reason)}`)
}

function verifyText({ fields: { verify } }: Task): string {
  if (verify === null) return ''
  if (verify.commands.length === 0) return 'Verify: no command to run'
  const expectation = verify.expectation === null ? '' : ` (${plain(verify.expectation)})`
  return `Verify: ${verify.commands.map(({ text }) => code(text)).join(', ')}${expectation}`
}

function howItRuns(task: Task, group: Group | undefined): string {
  if (group?.isParallel) return `Runs side by side with ${group.taskIndices.length - 1} more`
  if (task.override !== null) return `Runs alone: \\[${task.override}\\] overrides \\[P\\]`
  const batch = task.labels.find(({ text }) => /^P:\S+$/.test(text))
  return batch === undefined
    ? 'Runs alone'
    : `Runs alone: ${code(`[${batch.text}]`)} names a batch, which is no \\[P\\]`
}
