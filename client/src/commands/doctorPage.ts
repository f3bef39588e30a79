import * as l10n from '@vscode/l10n'
import type { TextAction } from '../platform/readOnlyText'
import type { DoctorFinding, DoctorReport } from './doctorReport'

/** What the page is about, beside the findings. */
export interface DoctorSubject {
  /** The executor that the settings name. */
  readonly chosen: string
  /** The spec that was looked at; undefined when it was the machine alone. */
  readonly spec: { readonly name: string; readonly uri: string } | undefined
  /** False in a window without a folder, where nothing can run. */
  readonly inFolder: boolean
}

/** A page of the doctor: Markdown, and what can be pressed above its lines. */
export interface DoctorPage {
  readonly text: string
  readonly actions: readonly TextAction[]
}

type Fix = Omit<TextAction, 'line'>

const signs = { ok: '✓', warning: '!', error: '✗' } as const

/** The page of a report: first whether a run can start, then what stands in its way with fixes, then all that was looked at. */
export function doctorPage(report: DoctorReport, subject: DoctorSubject): DoctorPage {
  const lines: string[] = []
  const actions: TextAction[] = []
  const say = (text: string, fixes: readonly Fix[] = []): void => {
    actions.push(...fixes.map((fix) => ({ ...fix, line: lines.length })))
    lines.push(text)
  }
  const findings = subject.inFolder ? [...executorFindings(report, subject), ...aboutOthers(report)] : noFolder()
  say(`# ${l10n.t('Parallel Tasks: Doctor')}`, [
    { title: `$(refresh) ${l10n.t('Look Again')}`, command: 'parallelTasks.doctor', arguments: [] },
  ])
  say('')
  say(`**${headline(findings, subject)}**`)
  say('')
  const heeded = findings.filter(({ level }) => level !== 'ok')
  if (heeded.length > 0) say(`## ${l10n.t('What to look at')}`)
  for (const finding of heeded) {
    say('')
    say(`- ${signs[finding.level]} ${finding.message}`, fixesFor(finding, subject))
    if (finding.next !== undefined) say(`  ${l10n.t('In a terminal: {0}', `\`${finding.next}\``)}`)
  }
  if (heeded.length > 0) say('')
  say(`## ${l10n.t('Executors')}`)
  say('')
  for (const { name, isBuiltIn, detail } of report.executors.filter(({ installed }) => installed))
    say(`- ✓ **${name}** ${isBuiltIn ? builtIn(name) : detail}`.trimEnd())
  const missing = report.executors.filter(({ installed }) => !installed).map(({ name }) => name)
  if (missing.length > 0) say(`- ${l10n.t('Not installed: {0}', missing.join(', '))}`)
  say('')
  say(`## ${l10n.t('Surroundings')}`)
  say('')
  for (const { message } of report.findings.filter(({ level }) => level === 'ok')) say(`- ✓ ${message}`)
  return { text: `${lines.join('\n')}\n`, actions }
}

/** The page for a workspace that is not trusted: nothing is looked at there, since looking starts programs. */
export function untrustedPage(): DoctorPage {
  const text = `# ${l10n.t('Parallel Tasks: Doctor')}

**${l10n.t('Nothing can run here: the workspace is in Restricted Mode.')}**

- ✗ ${l10n.t('A tasks.md holds commands, so running is off until you trust the folder.')}
  ${l10n.t('Reading, checking and completing it works all the same.')}
`
  return {
    text,
    actions: [
      {
        line: 4,
        title: `$(shield) ${l10n.t('Manage Workspace Trust')}`,
        command: 'workbench.trust.manage',
        arguments: [],
      },
    ],
  }
}

/** In a window without a folder nothing else matters. */
function noFolder(): readonly DoctorFinding[] {
  const message = l10n.t('No folder is open. A spec lives in a folder: yours, or an empty one to play in.')
  return [{ level: 'error', topic: 'folder', message, next: undefined }]
}

/** What the choice of an executor means here; the report's own words when it stops every run. */
function executorFindings({ executors, findings }: DoctorReport, { chosen }: DoctorSubject): readonly DoctorFinding[] {
  const stops = findings.filter(({ topic, level }) => topic === 'executor' && level === 'error')
  if (stops.length > 0) return stops
  const finding = { topic: 'executor', next: undefined }
  if (chosen === 'auto') {
    if (executors.some(({ isAuto }) => isAuto)) return []
    const message = l10n.t(
      'No coding agent is installed. Only tasks that bring their own commands can run, with the executor shell.',
    )
    return [{ ...finding, level: 'warning', message }]
  }
  const known = executors.find(({ name }) => name === chosen)
  if (known?.installed === true) return []
  const message =
    known === undefined
      ? l10n.t('The settings name the executor {0}, which is not known.', chosen)
      : l10n.t('The settings name the executor {0}, which is not installed.', chosen)
  return [{ ...finding, level: 'error', message }]
}

/** What the report says of everything but the choice of an executor. */
function aboutOthers({ findings }: DoctorReport): readonly DoctorFinding[] {
  return findings.filter(({ topic }) => topic !== 'executor')
}

function fixesFor({ topic, next }: DoctorFinding, { spec }: DoctorSubject): readonly Fix[] {
  const uri = spec === undefined ? [] : [spec.uri]
  const copy: readonly Fix[] =
    next === undefined
      ? []
      : [{ title: `$(copy) ${l10n.t('Copy Command')}`, command: 'parallelTasks.copyText', arguments: [next] }]
  switch (topic) {
    case 'executor':
      return [
        { title: `$(robot) ${l10n.t('Select Executor')}`, command: 'parallelTasks.selectExecutor', arguments: [] },
        { title: `$(run-all) ${l10n.t('Run Sample Spec')}`, command: 'parallelTasks.runSample', arguments: [] },
      ]
    case 'folder':
      return [
        {
          title: `$(folder-opened) ${l10n.t('Open Folder')}`,
          command: 'workbench.action.files.openFolder',
          arguments: [],
        },
      ]
    case 'git':
      return [{ title: `$(git-branch) ${l10n.t('Initialize Repository')}`, command: 'git.init', arguments: [] }]
    case 'lock':
      return [{ title: `$(debug-stop) ${l10n.t('Stop Run')}`, command: 'parallelTasks.stop', arguments: uri }]
    case 'interrupted':
      return [{ title: `$(debug-continue) ${l10n.t('Resume')}`, command: 'parallelTasks.resume', arguments: uri }]
    case 'problems':
      return [
        { title: `$(warning) ${l10n.t('Show Problems')}`, command: 'workbench.actions.view.problems', arguments: [] },
        { title: `$(checklist) ${l10n.t('Open tasks.md')}`, command: 'parallelTasks.openSpec', arguments: uri },
      ]
    case 'spec':
    case 'state':
      return [{ title: `$(checklist) ${l10n.t('Open tasks.md')}`, command: 'parallelTasks.openSpec', arguments: uri }]
    default:
      return copy
  }
}

function headline(findings: readonly DoctorFinding[], { spec }: DoctorSubject): string {
  const number = (level: DoctorFinding['level']): number => findings.filter((one) => one.level === level).length
  const [errors, warnings] = [number('error'), number('warning')]
  const run = spec === undefined ? l10n.t('a run') : l10n.t('a run of {0}', spec.name)
  if (errors > 0)
    return errors === 1 ? l10n.t('1 thing would stop {0}.', run) : l10n.t('{0} things would stop {1}.', errors, run)
  if (warnings > 0)
    return warnings === 1
      ? l10n.t('Nothing stops {0}; 1 thing to look at first.', run)
      : l10n.t('Nothing stops {0}; {1} things to look at first.', run, warnings)
  return l10n.t('Nothing stands in the way of {0}.', run)
}

function builtIn(name: string): string {
  return name === 'shell'
    ? l10n.t('runs the commands that a task brings along')
    : l10n.t('only finds what is done already')
}
