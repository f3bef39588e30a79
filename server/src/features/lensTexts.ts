import * as l10n from '@vscode/l10n'
import type { LensTexts } from '#core/features/lensTexts'

/** What lenses say in the editor's language; in English where the client gave no translation. */
export const lensTexts: LensTexts = {
  runAll: (count) => l10n.t('Run all remaining ({0})', count),
  resume: () => l10n.t('Resume interrupted run'),
  runPhase: () => l10n.t('Run phase'),
  runGroup: (count) => l10n.t('Run parallel group ({0})', count),
  runInSequence: () => l10n.t('Run in sequence'),
  runOnlyOne: (task, size) => l10n.t('Run {0} in sequence (the one open task of {1})', task, size),
  runAnyway: () => l10n.t('Run anyway'),
  runTask: () => l10n.t('Run task'),
  groupWaits: (count) => l10n.t('Parallel group ({0}) waits: another run is going on', count),
  groupCannotRun: (count, reason) => l10n.t('Parallel group ({0}) cannot run: {1}', count, reason),
  cannotRun: (reason) => l10n.t('Cannot run: {0}', reason),
  someOf: (open, size) => l10n.t('{0} of {1}', open, size),
  progress: (done, total, failed) =>
    failed === 0 ? l10n.t('{0}/{1} done', done, total) : l10n.t('{0}/{1} done, {2} failed', done, total, failed),
  failed: (count) => l10n.t('{0} failed', count),
  retryFailed: () => l10n.t('Retry failed'),
  stop: () => l10n.t('Stop'),
  stopTask: () => l10n.t('Stop task'),
  showLog: () => l10n.t('Show log'),
  showDiff: () => l10n.t('Show diff'),
  showTerminals: () => l10n.t('Show terminals'),
  timeline: () => l10n.t('Timeline'),
}
