import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { planJson } from '#core/plan/planJson'
import { defaultSettings } from '#core/settings/settings'
import { secretBlotter } from '../console/blotSecrets'
import { shownPath } from '../console/shownPath'
import { statusJson } from '../console/statusJson'
import { copyLines } from '../files/copyLines'
import { listRuns } from '../files/journal'
import { readRun, type NewestRun } from '../files/newestRun'
import { runFolder } from '../files/specFolder'
import { resolveSpec } from '../files/specPath'
import { UserError } from '../userError'
import type { CommandContext } from './context'
import { openFile } from './openSpec'

/** Writes the folder that explains a run: journal, logs, plan, state, versions. Refuses to write into one that is there. */
export async function runReport(
  argument: string,
  flags: { readonly run?: string; readonly out?: string },
  context: CommandContext,
): Promise<void> {
  const run = await findRun(argument, flags.run, context.cwd)
  const out = resolve(context.cwd, flags.out ?? `parallel-tasks-report-${run.state.runId}`)
  if (existsSync(out))
    throw new UserError(`${shownPath(out, context.cwd)} is there already. Name another folder with --out.`)
  const blot = secretBlotter(context.env)
  await mkdir(join(out, 'logs'), { recursive: true })
  for (const name of await readdir(run.folder)) {
    if (name === 'events.ndjson') await copyLines(join(run.folder, name), join(out, name), blot)
    else if (name.endsWith('.log')) await copyLines(join(run.folder, name), join(out, 'logs', name), blot)
  }
  await writeJson(join(out, 'status.json'), statusJson(run.state.file, run), blot)
  await writeJson(join(out, 'versions.json'), versions(run, context), blot)
  await writePlan(run, out, context, blot)
  context.out(`${shownPath(out, context.cwd)}\n`)
}

/** The folder of a run named outright, else a run of a spec. */
async function findRun(argument: string, runId: string | undefined, cwd: string): Promise<NewestRun> {
  const folder = resolve(cwd, argument)
  if (existsSync(join(folder, 'events.ndjson'))) return required(readRun(specOf(folder), basename(folder)), argument)
  const { dir } = await resolveSpec(argument, cwd)
  const runs = await listRuns(dir)
  const wanted = runId ?? runs.at(-1)
  if (wanted === undefined) throw new UserError(`${argument} has no run yet.`)
  if (!runs.includes(wanted))
    throw new UserError(`${argument} has no run ${wanted}. It has ${runs.slice(-5).join(', ')}.`)
  return required(readRun(dir, wanted), runFolder(dir, wanted))
}

/** The spec folder above `.parallel-tasks/runs/<id>`. */
function specOf(folder: string): string {
  return dirname(dirname(dirname(folder)))
}

function required(run: NewestRun | undefined, name: string): NewestRun {
  if (run !== undefined) return run
  throw new UserError(`The journal in ${name} cannot be read: it does not begin with the start of a run.`)
}

/** The document as it is now and its plan; left out when the document has gone. */
async function writePlan(
  run: NewestRun,
  out: string,
  context: CommandContext,
  blot: (text: string) => string,
): Promise<void> {
  const { file, options } = run.state
  if (!existsSync(file)) return
  const settings = { ...defaultSettings, groups: { ...defaultSettings.groups, breakAt: options.breakAt } }
  const { document, plan } = await openFile({ file, dir: dirname(file) }, context.cwd, settings)
  await writeFile(join(out, 'tasks.md'), blot(document.text))
  await writeJson(join(out, 'plan.json'), planJson(document, plan, file, 0), blot)
}

function versions(run: NewestRun, context: CommandContext): unknown {
  return {
    program: context.version,
    runBy: run.state.version,
    node: process.versions.node,
    platform: process.platform,
    architecture: process.arch,
    executor: run.state.executor,
  }
}

async function writeJson(path: string, value: unknown, blot: (text: string) => string): Promise<void> {
  await writeFile(path, `${blot(JSON.stringify(value, undefined, 2))}\n`)
}
