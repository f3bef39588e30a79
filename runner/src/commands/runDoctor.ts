import { doctorText } from '../console/doctorText'
import { loadSettings } from '../files/settingsFile'
import type { CommandContext } from './context'
import { examineExecutors } from './examineExecutors'
import { examineSpec } from './examineSpec'
import type { Finding } from './finding'

/** Prints what is usable and what would stop a run. Exit code 1 when something would stop every run. */
export async function runDoctor(
  argument: string | undefined,
  flags: { readonly json?: boolean; readonly config?: string },
  context: CommandContext,
): Promise<void> {
  const { settings } = await loadSettings(flags.config, context.cwd)
  const executors = await examineExecutors(settings, context)
  const findings: Finding[] = [
    { level: 'ok', topic: 'node', message: `Node.js ${process.versions.node} on ${process.platform}`, next: null },
    ...(await examineSpec(argument, settings, context)),
  ]
  const stops = findings.some((finding) => finding.level === 'error')
  context.out(
    flags.json === true
      ? `${JSON.stringify({ version: 1, program: context.version, ready: !stops, executors, findings }, undefined, 2)}\n`
      : doctorText({ version: context.version, executors, findings, asked: settings.executor }, context.paint),
  )
  if (stops) context.exit(1)
}
