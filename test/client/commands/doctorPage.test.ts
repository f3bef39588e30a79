import { describe, expect, it } from 'vitest'
import { doctorPage, untrustedPage } from '../../../client/src/commands/doctorPage'
import type { DoctorFinding, DoctorReport } from '../../../client/src/commands/doctorReport'
import { readDoctorReport } from '../../../client/src/commands/doctorReport'

const shell = { name: 'shell', isBuiltIn: true, installed: true, detail: '', isAuto: false }
const claude = { name: 'claude', isBuiltIn: false, installed: true, detail: '2.1.400, /usr/bin/claude', isAuto: true }
const codex = { name: 'codex', isBuiltIn: false, installed: false, detail: '', isAuto: false }
const node: DoctorFinding = { level: 'ok', topic: 'node', message: 'Node.js 22 on linux', next: undefined }
const spec = { name: 'sample', uri: 'file:///w/specs/sample/tasks.md' }
const well: DoctorReport = { executors: [shell, claude, codex], findings: [node] }

/** Each line that can be pressed, with what is on it. */
function pressed(report: DoctorReport, chosen = 'auto'): readonly string[] {
  const { text, actions } = doctorPage(report, { chosen, spec, inFolder: true })
  const lines = text.split('\n')
  return actions.map(({ line, title, command }) => `${lines[line]} | ${title} | ${command}`)
}

function withFinding(finding: Partial<DoctorFinding>): DoctorReport {
  const bare: DoctorFinding = { level: 'warning', topic: 'git', message: 'm', next: undefined }
  return { ...well, findings: [node, { ...bare, ...finding }] }
}

describe('the page of the doctor', () => {
  it('says first that nothing stands in the way, then what was looked at', () => {
    expect(doctorPage(well, { chosen: 'auto', spec, inFolder: true }).text).toBe(`# Parallel Tasks: Doctor

**Nothing stands in the way of a run of sample.**

## Executors

- ✓ **shell** runs the commands that a task brings along
- ✓ **claude** 2.1.400, /usr/bin/claude
- Not installed: codex

## Surroundings

- ✓ Node.js 22 on linux
`)
  })

  it('says once, in the words of the report, that nobody can carry out the tasks of a spec', () => {
    const finding = {
      level: 'error',
      topic: 'executor',
      message: 'No coding agent was found.',
      next: undefined,
    } as const
    const report = { executors: [shell, codex], findings: [node, finding] }
    const { text } = doctorPage(report, { chosen: 'auto', spec, inFolder: true })
    expect(text.match(/No coding agent/g)).toHaveLength(1)
    expect(text).toContain('- ✗ No coding agent was found.')
    expect(pressed(report).some((line) => line.endsWith('parallelTasks.selectExecutor'))).toBe(true)
  })

  it('offers the executor list and the sample where no agent is installed', () => {
    const report = { ...well, executors: [shell, codex] }
    const { text } = doctorPage(report, { chosen: 'auto', spec, inFolder: true })
    expect(text).toContain('**Nothing stops a run of sample; 1 thing to look at first.**')
    expect(text).toContain('- ! No coding agent is installed.')
    expect(
      pressed(report)
        .slice(1)
        .map((line) => line.split(' | ').slice(1).join(' ')),
    ).toEqual([
      '$(robot) Select Executor parallelTasks.selectExecutor',
      '$(run-all) Run Sample Spec parallelTasks.runSample',
    ])
  })

  it('asks for a folder, and for nothing else, in a window without one', () => {
    const subject = { chosen: 'auto', spec: undefined, inFolder: false }
    const { text, actions } = doctorPage(withFinding({ message: 'No git repository here.' }), subject)
    expect(text).toContain('**1 thing would stop a run.**')
    expect(text).toContain('- ✗ No folder is open.')
    expect(text).not.toContain('No git repository here.')
    expect(actions.map(({ command }) => command)).toEqual(['parallelTasks.doctor', 'workbench.action.files.openFolder'])
  })

  it.each([
    ['codex', 'The settings name the executor codex, which is not installed.'],
    ['mine', 'The settings name the executor mine, which is not known.'],
  ])('counts the executor %s, which cannot be used, as a thing that stops a run', (chosen, sentence) => {
    const { text } = doctorPage(well, { chosen, spec, inFolder: true })
    expect(text).toContain('**1 thing would stop a run of sample.**')
    expect(text).toContain(`- ✗ ${sentence}`)
  })

  it.each<[string, Partial<DoctorFinding>, string]>([
    ['no repository', { topic: 'git', next: 'git init' }, 'git.init'],
    ['no identity', { topic: 'identity', next: 'git config user.name "…"' }, 'parallelTasks.copyText'],
    ['a live run', { topic: 'lock', level: 'error' }, 'parallelTasks.stop'],
    ['an interrupted run', { topic: 'interrupted' }, 'parallelTasks.resume'],
    ['an unsafe path', { topic: 'spec', level: 'error' }, 'parallelTasks.openSpec'],
    ['problems', { topic: 'problems' }, 'workbench.actions.view.problems'],
  ])('offers a fix for %s, above its line', (_, finding, command) => {
    const lines = pressed(withFinding(finding))
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^- [!✗] .* ${command.replaceAll('.', '\\.')}$`)))
  })

  it('looks at nothing in Restricted Mode and leads to the trust of the workspace', () => {
    const { text, actions } = untrustedPage()
    expect(actions.map(({ line, command }) => [text.split('\n')[line]?.slice(0, 3), command])).toEqual([
      ['- ✗', 'workbench.trust.manage'],
    ])
  })
})

describe('the report of the doctor', () => {
  it.each(['', 'no JSON', '[]', '{"executors":[]}'])('is none in %j', (text) => {
    expect(readDoctorReport(text)).toBeUndefined()
  })

  it('keeps what it knows and leaves out what has no name', () => {
    const text = JSON.stringify({
      executors: [{ name: 'claude', kind: 'preset', installed: true, version: '2', program: '/c', isAuto: true }, {}],
      findings: [{ level: 'error', topic: 'branch', message: 'A merge is going on.', next: null }, 1],
    })
    expect(readDoctorReport(text)).toEqual({
      executors: [{ name: 'claude', isBuiltIn: false, installed: true, detail: '2, /c', isAuto: true }],
      findings: [{ level: 'error', topic: 'branch', message: 'A merge is going on.', next: undefined }],
    })
  })
})
