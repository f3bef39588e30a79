import type { TextAction } from '../platform/readOnlyText'
import type { DoctorFinding, DoctorReport } from './doctorReport'

/** What the page is about, beside the findings. */
export interface DoctorSubject {
  /** The executor that the settings name. */
  readonly chosen: string
  /** The spec that was looked at; undefined when it was the machine alone. */
  readonly spec: { readonly name: string; readonly uri: string } | undefined
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
  const findings = [...executorFindings(report, subject), ...report.findings]
  say('# Parallel Tasks: Doctor', [{ title: '$(refresh) Look Again', command: 'parallelTasks.doctor', arguments: [] }])
  say('')
  say(`**${headline(findings, subject)}**`)
  say('')
  const heeded = findings.filter(({ level }) => level !== 'ok')
  if (heeded.length > 0) say('## What to look at')
  for (const finding of heeded) {
    say('')
    say(`- ${signs[finding.level]} ${finding.message}`, fixesFor(finding, subject))
    if (finding.next !== undefined) say(`  In a terminal: \`${finding.next}\``)
  }
  if (heeded.length > 0) say('')
  say('## Executors')
  say('')
  for (const { name, isBuiltIn, detail } of report.executors.filter(({ installed }) => installed))
    say(`- ✓ **${name}** ${isBuiltIn ? builtIn(name) : detail}`.trimEnd())
  const missing = report.executors.filter(({ installed }) => !installed).map(({ name }) => name)
  if (missing.length > 0) say(`- Not installed: ${missing.join(', ')}`)
  say('')
  say('## Surroundings')
  say('')
  for (const { message } of report.findings.filter(({ level }) => level === 'ok')) say(`- ✓ ${message}`)
  return { text: `${lines.join('\n')}\n`, actions }
}

/** The page for a workspace that is not trusted: nothing is looked at there, since looking starts programs. */
export function untrustedPage(): DoctorPage {
  const text = `# Parallel Tasks: Doctor

**Nothing can run here: the workspace is in Restricted Mode.**

- ✗ A tasks.md holds commands, so running is off until you trust the folder.
  Reading, checking and completing it works all the same.
`
  return {
    text,
    actions: [{ line: 4, title: '$(shield) Manage Workspace Trust', command: 'workbench.trust.manage', arguments: [] }],
  }
}

/** What the choice of an executor means here; nothing when it can be used. */
function executorFindings({ executors }: DoctorReport, { chosen }: DoctorSubject): readonly DoctorFinding[] {
  const finding = { topic: 'executor', next: undefined }
  if (chosen === 'auto') {
    if (executors.some(({ isAuto }) => isAuto)) return []
    const message =
      'No coding agent is installed. Only tasks that bring their own commands can run, with the executor shell.'
    return [{ ...finding, level: 'warning', message }]
  }
  const known = executors.find(({ name }) => name === chosen)
  if (known?.installed === true) return []
  const what = known === undefined ? 'is not known' : 'is not installed'
  return [{ ...finding, level: 'error', message: `The settings name the executor ${chosen}, which ${what}.` }]
}

function fixesFor({ topic, next }: DoctorFinding, { spec }: DoctorSubject): readonly Fix[] {
  const uri = spec === undefined ? [] : [spec.uri]
  const copy: readonly Fix[] =
    next === undefined ? [] : [{ title: '$(copy) Copy Command', command: 'parallelTasks.copyText', arguments: [next] }]
  switch (topic) {
    case 'executor':
      return [
        { title: '$(robot) Select Executor', command: 'parallelTasks.selectExecutor', arguments: [] },
        { title: '$(run-all) Run Sample Spec', command: 'parallelTasks.runSample', arguments: [] },
      ]
    case 'git':
      return [{ title: '$(git-branch) Initialize Repository', command: 'git.init', arguments: [] }]
    case 'lock':
      return [{ title: '$(debug-stop) Stop Run', command: 'parallelTasks.stop', arguments: uri }]
    case 'interrupted':
      return [{ title: '$(debug-continue) Resume', command: 'parallelTasks.resume', arguments: uri }]
    case 'problems':
      return [
        { title: '$(warning) Show Problems', command: 'workbench.actions.view.problems', arguments: [] },
        { title: '$(checklist) Open tasks.md', command: 'parallelTasks.openSpec', arguments: uri },
      ]
    case 'spec':
    case 'state':
      return [{ title: '$(checklist) Open tasks.md', command: 'parallelTasks.openSpec', arguments: uri }]
    default:
      return copy
  }
}

function headline(findings: readonly DoctorFinding[], { spec }: DoctorSubject): string {
  const number = (level: DoctorFinding['level']): number => findings.filter((one) => one.level === level).length
  const run = spec === undefined ? 'a run' : `a run of ${spec.name}`
  if (number('error') > 0) return `${count(number('error'), 'thing')} would stop ${run}.`
  if (number('warning') > 0) return `Nothing stops ${run}; ${count(number('warning'), 'thing')} to look at first.`
  return `Nothing stands in the way of ${run}.`
}

function builtIn(name: string): string {
  return name === 'shell' ? 'runs the commands that a task brings along' : 'only finds what is done already'
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
