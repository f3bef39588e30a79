import { join } from 'node:path'
import { createLogUpdate } from 'log-update'
import type { RunState } from '#core/run/runState'
import type { CommandContext } from '../commands/context'
import { definitionOf } from '../executors/resolve'
import { runFolder } from '../files/specFolder'
import { lastLine } from './lastLine'
import { linesFor } from './plainLines'
import type { ConsoleSubject, RunView } from './runConsole'
import { tableText } from './tableText'

/** How often the table is drawn anew, in milliseconds. */
const refreshMs = 120

/** A table on a terminal, drawn in place until the run ends; warnings stay above it. */
export function liveTable(subject: ConsoleSubject, context: CommandContext): RunView {
  const log = createLogUpdate(context.stdout)
  let state: RunState | undefined
  let note = ''
  let frame = 0
  const draw = (): void => {
    if (state === undefined || state.batches.length === 0 || context.isOutputClosed()) return
    const { columns, rows } = context.stdout
    // Some terminals say 0.
    const size = { columns: Math.max(40, columns || 80), rows: Math.max(6, rows || 24) }
    log(tableText(state, { ...size, note, frame, now: Date.now(), lastLine: outputOf(subject, state) }, context.paint))
  }
  const timer = setInterval(() => {
    frame++
    draw()
  }, refreshMs)
  // After a change of width the old frame's lines are not where they were.
  const redraw = (): void => {
    log.clear()
    draw()
  }
  context.stdout.on('resize', redraw)
  return {
    show: (event, now) => {
      state = now
      if (event.kind === 'warning' || event.kind === 'tickRefused' || event.kind === 'startsHeld') {
        log.clear()
        for (const line of linesFor(event, now, context.paint)) context.out(`${line}\n`)
        draw()
      }
    },
    note: (text) => {
      note = text
      draw()
    },
    close: () => {
      clearInterval(timer)
      context.stdout.off('resize', redraw)
      log.clear()
      log.done()
    },
  }
}

function outputOf(subject: ConsoleSubject, state: RunState): (index: number) => string {
  const folder = runFolder(subject.dir, state.runId)
  const format = definitionOf(state.executor, subject.settings.executors)?.output ?? 'text'
  return (index) => {
    const attempt = state.tasks.get(index)?.attempts.at(-1)
    return attempt === undefined ? '' : lastLine(join(folder, attempt.log), format)
  }
}
