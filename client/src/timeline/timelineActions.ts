import { join } from 'node:path'
import * as l10n from '@vscode/l10n'
import { Position, Range, Uri, ViewColumn, window } from 'vscode'
import { laneName } from './sentences'
import type { Lane, Timeline } from '#core/run/timeline/timeline'
import type { FromTimelinePage } from '#core/wire/timelinePage'
import { openChanges } from '../commands/openChanges'
import { UserError } from '../platform/userError'
import { runFolder } from '../runs/runFolder'
import { taskOfRun } from '../specs/outlineQueries'
import type { SpecStore } from '../specs/specStore'

/** Carries out what a page asks for. Documents open beside the timeline. Throws `UserError` when there is nothing to show. */
export async function carryOut(
  message: Exclude<FromTimelinePage, { kind: 'ready' }>,
  line: Timeline,
  file: string,
  specs: SpecStore,
): Promise<void> {
  const lane = line.lanes.find(({ index }) => index === message.index)
  if (lane === undefined) throw new UserError(l10n.t('This task is no part of the run any more.'))
  switch (message.kind) {
    case 'openLog':
      return openLog(lane, message.attempt, runFolder(file, line.runId))
    case 'showChanges':
      return showChanges(lane, line.root)
    case 'goToTask':
      return goToTask(lane, file, specs)
  }
}

async function openLog(lane: Lane, attempt: number, folder: string): Promise<void> {
  const bar = lane.bars.find((candidate) => candidate.attempt === attempt)
  if (bar === undefined) throw new UserError(l10n.t('{0} has not been started; it has no log.', laneName(lane)))
  await window.showTextDocument(Uri.file(join(folder, bar.log)), { preview: true, viewColumn: ViewColumn.Beside })
}

async function showChanges(lane: Lane, root: string): Promise<void> {
  const commits = lane.commit === null ? [] : [lane.commit.sha]
  if (!(await openChanges(root, commits, l10n.t('{0}: changes', laneName(lane)))))
    throw new UserError(l10n.t('{0} has no commit here; there are no changes to show.', laneName(lane)))
}

async function goToTask(lane: Lane, file: string, specs: SpecStore): Promise<void> {
  const spec = specs.all().find(({ uri }) => Uri.parse(uri).fsPath === file)
  const task = spec && taskOfRun(spec, lane)
  if (spec === undefined || task === undefined)
    throw new UserError(l10n.t('{0} is not in its document any more.', laneName(lane)))
  const at = new Position(task.line, 0)
  await window.showTextDocument(Uri.parse(spec.uri), { selection: new Range(at, at), viewColumn: ViewColumn.Beside })
}
