import { realpathSync } from 'node:fs'
import type { Task } from '#core/document/tasksDocument'
import { resolveSelection } from '#core/run/selection'
import type { VerifyEvent } from '#core/wire/verifyEvents'
import { verifyLines } from '../console/verifyLines'
import { loadSettings } from '../files/settingsFile'
import { findRepository } from '../git/repository'
import { UserError } from '../userError'
import type { CommandContext } from './context'
import { openSpec, type OpenSpec } from './openSpec'
import { verifyTasks } from './verifyTasks'

/** The flags of `verify`. */
export interface VerifyFlags {
  readonly task?: readonly string[]
  /** Milliseconds. */
  readonly timeout?: number
  readonly json?: boolean
  readonly config?: string
}

/**
 * Judges tasks by their Verify commands and prints what comes of it. Exit code 1 when one fails, 130 when it is
 * interrupted; whoever stops reading interrupts it too, so that no command goes on for nobody.
 */
export async function runVerify(argument: string, flags: VerifyFlags, context: CommandContext): Promise<void> {
  const { settings } = await loadSettings(flags.config, context.cwd)
  const spec = await openSpec(argument, context.cwd, settings)
  const cancel = new AbortController()
  const forget = context.onInterrupt(() => cancel.abort())
  const show = flags.json === true ? json : verifyLines(context.paint)
  try {
    const { failed } = await verifyTasks({
      tasks: chosen(spec, flags.task),
      specDir: spec.dir,
      file: spec.file,
      root: (await findRepository(spec.dir))?.root ?? realpathSync(context.cwd),
      env: context.env,
      timeoutMs: flags.timeout ?? settings.taskTimeoutMs,
      signal: cancel.signal,
      onEvent: (event) => {
        context.out(show(event))
        if (context.isOutputClosed()) cancel.abort()
      },
    })
    context.exit(cancel.signal.aborted ? 130 : failed > 0 ? 1 : 0)
  } finally {
    forget()
  }
}

function json(event: VerifyEvent): string {
  return `${JSON.stringify(event)}\n`
}

/** The tasks that were named, else all that have a Verify field. Containers stand for the tasks inside them. */
function chosen({ document, plan }: OpenSpec, task: VerifyFlags['task']): readonly Task[] {
  if (task === undefined) return document.tasks.filter((one) => !one.container && one.fields.verify !== null)
  const names = task.flatMap((name) => name.split(',')).filter(Boolean)
  const selected = resolveSelection(document, plan, { kind: 'tasks', names })
  if (!selected.ok) throw new UserError(selected.message)
  return selected.indices.flatMap((index) => document.tasks[index] ?? [])
}
