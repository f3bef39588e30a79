import type { CommandId } from '#core/wire/commands'
import type { CommandContext } from './commandContext'
import { copyText } from './copyText'
import { createSample } from './createSample'
import { doctor } from './doctor'
import { explainBlocked } from './explainBlocked'
import { exportReport } from './exportReport'
import { filterTasks } from './filterTasks'
import { followRun } from './followRun'
import { goToTask } from './goToTask'
import { openAttemptLog } from './openAttemptLog'
import { openJournalFolder } from './openJournalFolder'
import { openLog } from './openLog'
import { openSpec } from './openSpec'
import { openTasksView } from './openTasksView'
import { openWalkthrough } from './openWalkthrough'
import { refresh } from './refresh'
import { resume } from './resume'
import { retryFailed } from './retryFailed'
import { runAll } from './runAll'
import { runGroup } from './runGroup'
import { runGroupInSequence } from './runGroupInSequence'
import { runPhase } from './runPhase'
import { runSelected } from './runSelected'
import { runSample } from './runSample'
import { runTask } from './runTask'
import { selectExecutor } from './selectExecutor'
import { showChanges } from './showChanges'
import { showOlderRuns } from './showOlderRuns'
import { showOutput } from './showOutput'
import { showTaskDiff } from './showTaskDiff'
import { showTaskTerminal } from './showTaskTerminal'
import { showTimeline } from './showTimeline'
import { showTerminals } from './showTerminals'
import { stop } from './stop'
import { stopSelected } from './stopSelected'
import { stopTask } from './stopTask'

/** Carries a command out. `raw` is whatever it was called with: arguments of a lens, a row of the tree, or nothing. */
export type CommandHandler = (context: CommandContext, raw: readonly unknown[]) => Promise<void>

/** Commands that only the views and the palette use, beside those that lenses and hovers carry. */
export type OwnCommandId =
  | 'parallelTasks.retryTask'
  | 'parallelTasks.runSelected'
  | 'parallelTasks.stopSelected'
  | 'parallelTasks.filterAll'
  | 'parallelTasks.filterOpen'
  | 'parallelTasks.filterFailed'
  | 'parallelTasks.filterRunning'
  | 'parallelTasks.followRun'
  | 'parallelTasks.unfollowRun'
  | 'parallelTasks.showTaskTerminal'
  | 'parallelTasks.showChanges'
  | 'parallelTasks.openAttemptLog'
  | 'parallelTasks.openJournalFolder'
  | 'parallelTasks.exportReport'
  | 'parallelTasks.showOlderRuns'
  | 'parallelTasks.refresh'
  | 'parallelTasks.showOutput'
  | 'parallelTasks.openTasksView'
  | 'parallelTasks.selectExecutor'
  | 'parallelTasks.openSpec'
  | 'parallelTasks.openWalkthrough'
  | 'parallelTasks.createSample'
  | 'parallelTasks.runSample'
  | 'parallelTasks.doctor'
  | 'parallelTasks.copyText'

/** Every command of the extension with its handler. */
export const commandTable: Readonly<Record<CommandId | OwnCommandId, CommandHandler>> = {
  'parallelTasks.runGroup': runGroup,
  'parallelTasks.runGroupInSequence': runGroupInSequence,
  'parallelTasks.runTask': runTask,
  'parallelTasks.runPhase': runPhase,
  'parallelTasks.runAll': runAll,
  'parallelTasks.stop': stop,
  'parallelTasks.stopTask': stopTask,
  'parallelTasks.retryFailed': retryFailed,
  'parallelTasks.retryTask': runTask,
  'parallelTasks.runSelected': runSelected,
  'parallelTasks.stopSelected': stopSelected,
  'parallelTasks.filterAll': filterTasks('all'),
  'parallelTasks.filterOpen': filterTasks('open'),
  'parallelTasks.filterFailed': filterTasks('failed'),
  'parallelTasks.filterRunning': filterTasks('running'),
  'parallelTasks.followRun': followRun(true),
  'parallelTasks.unfollowRun': followRun(false),
  'parallelTasks.resume': resume,
  'parallelTasks.showTerminals': showTerminals,
  'parallelTasks.showTaskDiff': showTaskDiff,
  'parallelTasks.showTaskTerminal': showTaskTerminal,
  'parallelTasks.openLog': openLog,
  'parallelTasks.goToTask': goToTask,
  'parallelTasks.explainBlocked': explainBlocked,
  'parallelTasks.showChanges': showChanges,
  'parallelTasks.showTimeline': showTimeline,
  'parallelTasks.openAttemptLog': openAttemptLog,
  'parallelTasks.openJournalFolder': openJournalFolder,
  'parallelTasks.exportReport': exportReport,
  'parallelTasks.showOlderRuns': showOlderRuns,
  'parallelTasks.refresh': refresh,
  'parallelTasks.showOutput': showOutput,
  'parallelTasks.openTasksView': openTasksView,
  'parallelTasks.selectExecutor': selectExecutor,
  'parallelTasks.openSpec': openSpec,
  'parallelTasks.openWalkthrough': openWalkthrough,
  'parallelTasks.createSample': createSample,
  'parallelTasks.runSample': runSample,
  'parallelTasks.doctor': doctor,
  'parallelTasks.copyText': copyText,
}
