import type { Range } from '#core/text/position'
import { planGroups } from '#core/plan/groups'
import type { Task, TasksDocument } from '#core/document/tasksDocument'

/** A document as text to read and compare: one block per task, then groups, findings and headings. */
export function outline(document: TasksDocument): string {
  const groups = planGroups(document, 'heading').groups.filter((group) => group.isParallel)
  return [
    `dialect ${document.dialect}${document.frontmatterEnd < 0 ? '' : `, frontmatter to line ${document.frontmatterEnd}`}`,
    ...document.headings.map(
      (heading) =>
        `heading ${heading.line} ${'#'.repeat(heading.depth)} ${heading.text}${heading.isPhase ? ' (phase)' : ''}`,
    ),
    ...document.tasks.flatMap((task) => taskLines(task, document)),
    ...groups.map((group) => `group ${group.taskIndices.join(' ')}`),
    ...document.findings.map((finding) =>
      `finding ${finding.kind} ${show(finding.range)} ${finding.text} ${finding.task ?? ''}`.trimEnd(),
    ),
    ...(document.waves === null
      ? []
      : [`waves ${document.waves.waves.map((wave) => wave.map((id) => id.text).join(' ')).join(' | ')}`]),
    '',
  ].join('\n')
}

function taskLines(task: Task, document: TasksDocument): readonly string[] {
  const { fields } = task
  const phase = task.phase === null ? null : document.headings[task.phase]?.text
  const facts = [
    task.state,
    ...task.markers.map((marker) => `[${marker.text}]${marker.misplaced ? ' misplaced' : ''}`),
    ...task.labels.map((label) => `label ${label.text}`),
    ...(task.parallel ? ['parallel'] : []),
    ...(task.override === null ? [] : [`overridden by ${task.override}`]),
    ...(task.container ? ['container'] : []),
    ...(task.parent === null ? [] : [`in ${task.parent}`]),
    ...(phase === null ? [] : [`phase "${phase}"`]),
  ]
  return [
    `task ${task.index} ${task.id ?? '-'} "${task.title}" ${show(task.range)} box ${show(task.checkbox)}`,
    `  ${facts.join(', ')}`,
    ...(fields.do === null ? [] : [`  do ${JSON.stringify(fields.do.text)}`]),
    ...fields.files.map(
      (file) => `  file ${file.path} ${file.use}${file.note === null ? '' : ` (${file.note})`} ${show(file.range)}`,
    ),
    ...(fields.doneWhen === null ? [] : [`  done when ${fields.doneWhen.text}`]),
    ...(fields.verify?.commands ?? []).map(
      (command) => `  verify ${JSON.stringify(command.text)} ${show(command.range)}`,
    ),
    ...(fields.verify?.expectation == null ? [] : [`  expects ${fields.verify.expectation}`]),
    ...(fields.commit === null
      ? []
      : [`  commit ${fields.commit.message}${fields.commit.onlyIfChanged ? ' if changed' : ''}`]),
    ...(fields.requirements.length === 0
      ? []
      : [`  requirements ${fields.requirements.map((each) => each.text).join(' | ')}`]),
    ...(fields.design.length === 0 ? [] : [`  design ${fields.design.map((each) => each.text).join(' | ')}`]),
    ...(fields.dependsOn.length === 0 ? [] : [`  depends on ${fields.dependsOn.map((each) => each.text).join(' ')}`]),
  ]
}

function show(range: Range): string {
  return `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`
}
