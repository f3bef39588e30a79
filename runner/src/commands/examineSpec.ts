import type { Settings } from '#core/settings/settings'
import { shellWord } from '../console/shownPath'
import { countProblems } from '../console/lintPretty'
import { checkRepository } from '../git/preflight'
import { findRepository, hasIdentity } from '../git/repository'
import { lockHolder } from '../files/lock'
import { readNewestRun } from '../files/newestRun'
import { leftoverProgressFiles } from '../files/progressFiles'
import { lockFile } from '../files/specFolder'
import { UserError } from '../userError'
import type { CommandContext } from './context'
import { examineChoice } from './examineChoice'
import type { Finding } from './finding'
import { checkSpec, openSpec, type OpenSpec } from './openSpec'

/** Looks at git and, when a spec is named, at everything that would stop a run of it. Changes nothing. */
export async function examineSpec(
  argument: string | undefined,
  settings: Settings,
  context: CommandContext,
): Promise<readonly Finding[]> {
  if (argument === undefined) return examineGit(context.cwd)
  const spec = await attempt(() => openSpec(argument, context.cwd, settings))
  if (spec instanceof UserError) return [...(await examineGit(context.cwd)), error('spec', spec.message)]
  return [
    ...(await examineGit(spec.dir)),
    ...(await examineDocument(spec, argument, settings, context)),
    ...examineChoice(spec.document.tasks, settings, { cwd: spec.dir, otherwise: context.cwd, env: context.env }),
    ...(await examineRun(spec, shellWord(argument))),
  ]
}

async function examineGit(folder: string): Promise<readonly Finding[]> {
  const repository = await findRepository(folder)
  if (repository === undefined)
    return [warning('git', 'No git repository here, or no git: runs make no commits.', 'git init')]
  const findings: Finding[] = [ok('git', `git repository ${repository.root}`)]
  if (!(await hasIdentity(repository))) {
    findings.push(
      warning(
        'identity',
        'git does not know your name and address: runs make no commits.',
        'git config user.name "…" && git config user.email "…"',
      ),
    )
  }
  const changed = await attempt(() => checkRepository(repository))
  if (changed instanceof UserError) findings.push(error('branch', changed.message))
  else if (changed > 0)
    findings.push(
      warning(
        'branch',
        `${changed} path${changed === 1 ? ' is' : 's are'} changed and not committed yet.`,
        'git status',
      ),
    )
  return findings
}

async function examineDocument(
  spec: OpenSpec,
  argument: string,
  settings: Settings,
  context: CommandContext,
): Promise<readonly Finding[]> {
  const tasks = spec.document.tasks.length
  const problems = await checkSpec(spec, context.cwd, settings)
  const unsafe = problems.find((problem) => problem.code === 'unsafe-path')
  const broken = problems.find((problem) => problem.code === 'invalid-state-file')
  return [
    tasks === 0
      ? warning('spec', `${spec.shown} has no tasks.`, null)
      : ok('spec', `${spec.shown}: ${spec.document.dialect}, ${tasks} tasks`),
    ...(broken === undefined ? [] : [error('state', broken.message)]),
    ...(unsafe === undefined ? [] : [error('spec', `Line ${unsafe.range.start.line + 1}: ${unsafe.message}`)]),
    ...(problems.length === 0
      ? []
      : [warning('problems', countProblems(problems), `parallel-tasks lint ${shellWord(argument)}`)]),
  ]
}

async function examineRun(spec: OpenSpec, argument: string): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const holder = lockHolder(lockFile(spec.dir))
  if (holder !== undefined) {
    findings.push({
      ...error('lock', `A run is going on: process ${holder.pid} on ${holder.host}, since ${holder.startedAt}.`),
      next: `parallel-tasks cancel ${argument}`,
    })
  } else if ((await readNewestRun(spec.dir))?.standing === 'interrupted') {
    findings.push(warning('interrupted', 'The last run was interrupted.', `parallel-tasks resume ${argument}`))
  }
  const left = await leftoverProgressFiles(spec.dir)
  if (left.length > 0 && holder === undefined) {
    findings.push(
      warning(
        'leftovers',
        `${left.length} progress file${left.length === 1 ? '' : 's'} not merged.`,
        `parallel-tasks merge ${argument}`,
      ),
    )
  }
  return findings
}

async function attempt<T>(action: () => Promise<T>): Promise<T | UserError> {
  try {
    return await action()
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown
    throw thrown
  }
}

function ok(topic: string, message: string): Finding {
  return { level: 'ok', topic, message, next: null }
}

function warning(topic: string, message: string, next: string | null): Finding {
  return { level: 'warning', topic, message, next }
}

function error(topic: string, message: string): Finding {
  return { level: 'error', topic, message, next: null }
}
