import type { ShownStatus } from '../specs/taskStatus'
import type { Icon } from './row'

const icons: Readonly<Record<ShownStatus, Icon>> = {
  open: { id: 'circle-large-outline' },
  optional: { id: 'circle-outline', color: 'disabledForeground' },
  done: { id: 'pass-filled', color: 'testing.iconPassed' },
  'in-progress': { id: 'record', color: 'charts.yellow' },
  blocked: { id: 'circle-slash', color: 'charts.orange' },
  queued: { id: 'clock', color: 'testing.iconQueued' },
  starting: { id: 'sync~spin', color: 'charts.blue' },
  running: { id: 'sync~spin', color: 'charts.blue' },
  verifying: { id: 'loading~spin', color: 'charts.purple' },
  failed: { id: 'error', color: 'charts.red' },
  'timed-out': { id: 'watch', color: 'charts.red' },
  cancelled: { id: 'circle-slash', color: 'testing.iconSkipped' },
  interrupted: { id: 'debug-disconnect', color: 'charts.orange' },
  unticked: { id: 'pass', color: 'charts.orange' },
}

/** The icon of a task's state. Only what runs now spins. */
export function statusIcon(status: ShownStatus): Icon {
  return icons[status]
}
