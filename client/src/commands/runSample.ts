import { Uri, window } from 'vscode'
import { besidePage } from '../platform/besidePage'
import { groupsOf, isOpen } from '../specs/outlineQueries'
import type { CommandContext } from './commandContext'
import { requireTrust } from './requireTrust'
import { startRun } from './startRun'
import { isSample, writeSample } from './writeSample'

/** Runs the parallel group of the sample spec, which is written first when there is none with open tasks. */
export async function runSample(context: CommandContext): Promise<void> {
  if (!(await requireTrust())) return
  await context.ready()
  const open = context.specs
    .all()
    .find((spec) => isSample(Uri.parse(spec.uri).path) && groupsOf(spec).some((group) => group.tasks.some(isOpen)))
  const uri = open === undefined ? await writeSample(context) : Uri.parse(open.uri)
  if (uri === undefined) return
  if (open !== undefined) await window.showTextDocument(uri, { viewColumn: besidePage() })
  await runGroupOfSample(context, uri)
}

/** Runs the first parallel group of a sample with the built-in shell executor, whatever the settings name: it brings its commands along. */
export async function runGroupOfSample(context: CommandContext, uri: Uri): Promise<void> {
  const spec = context.specs.get(uri.toString())
  const group = spec && groupsOf(spec)[0]
  if (spec !== undefined && group !== undefined)
    await startRun(context, spec, 'run', ['--group', `#${group.startIndex}`, '--executor', 'shell'])
}
