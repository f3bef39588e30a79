import { shellWord } from '../console/shownPath'
import { statusJson } from '../console/statusJson'
import { statusText } from '../console/statusText'
import { readNewestRun } from '../files/newestRun'
import { resolveSpec } from '../files/specPath'
import type { CommandContext } from './context'

/** Prints where the newest run of a spec stands. A spec that was never run is no error. */
export async function runStatus(argument: string, json: boolean, context: CommandContext): Promise<void> {
  const { dir, file } = await resolveSpec(argument, context.cwd)
  const run = await readNewestRun(dir)
  if (json) context.out(`${JSON.stringify(statusJson(file, run), undefined, 2)}\n`)
  else if (run === undefined) context.out(`No run yet. Start one: parallel-tasks run ${shellWord(argument)}\n`)
  else context.out(statusText(run, { argument: shellWord(argument), cwd: context.cwd, now: Date.now() }, context.paint))
}
