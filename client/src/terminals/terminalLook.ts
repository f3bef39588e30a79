import type { TaskRunStatus } from '#core/run/runState'
import { settledStatus } from '#core/run/settledStatus'

/** Icon and colour of a terminal. VS Code fixes both when the terminal is made; the sign in its name goes on. */
export interface TerminalLook {
  readonly icon: string
  readonly colour: string
}

/** Cyan, since the blue of the high contrast theme cannot be told from its black. */
const looks: Readonly<Record<TaskRunStatus, TerminalLook>> = {
  queued: { icon: 'checklist', colour: 'terminal.ansiCyan' },
  starting: { icon: 'checklist', colour: 'terminal.ansiCyan' },
  running: { icon: 'checklist', colour: 'terminal.ansiCyan' },
  verifying: { icon: 'checklist', colour: 'terminal.ansiCyan' },
  success: { icon: 'pass', colour: 'terminal.ansiGreen' },
  failed: { icon: 'error', colour: 'terminal.ansiRed' },
  'timed-out': { icon: 'watch', colour: 'terminal.ansiRed' },
  cancelled: { icon: 'circle-slash', colour: 'terminal.ansiYellow' },
  interrupted: { icon: 'debug-disconnect', colour: 'terminal.ansiYellow' },
}

/** The look of a terminal that is opened for a task in this state; what was under way when its runner went was interrupted. */
export function terminalLook(status: TaskRunStatus, isLive: boolean): TerminalLook {
  return looks[settledStatus(status, isLive)]
}
