import type { Dialect, Heading, Task } from '../document/tasksDocument'
import { sectionOf } from './ids'
import type { Report, Rule } from './rule'

/** Dialects that number tasks through the whole plan as often as by phase. */
const numberedThrough: readonly Dialect[] = ['kiro', 'cc-sdd', 'openspec', 'spec-workflow', 'agent-os']

/** A task whose number belongs to another phase. */
export const phaseMismatch: Rule = {
  scope: 'structure',
  code: 'phase-mismatch',
  severity: 'info',
  summary: 'The number of a task does not fit its phase: 2.1 under Phase 1.',
  reason:
    'The task was moved, or misnumbered. Its phase decides when it runs, not its number. Plans of Kiro and its kin, which often ' +
    'number their tasks through, are judged only when most of their tasks are numbered by phase.',
  fixes: [],
  *check({ document }): Iterable<Report> {
    const phases = document.headings.map(phaseNumber)
    const numbered = document.tasks.flatMap((task) => placeOf(task, phases))
    const misfits = numbered.filter(({ number, phase }) => number !== phase)
    if (numberedThrough.includes(document.dialect) && misfits.length * 2 >= numbered.length) return
    for (const { task, number, phase } of misfits) {
      const heading = task.phase === null ? undefined : document.headings[task.phase]
      if (heading === undefined) continue
      yield {
        message: `Task ${task.id} stands under "${heading.text}".`,
        range: task.idRange ?? task.titleRange,
        data: { task: task.index, phase, number },
        related: [{ range: heading.range, message: `The phase of task ${task.id}.` }],
      }
    }
  },
}

interface Place {
  readonly task: Task
  /** What its id says. */
  readonly number: number
  /** What its heading says. */
  readonly phase: number
}

/** Empty for a task whose id or heading has no number of a phase. */
function placeOf(task: Task, phases: readonly (number | undefined)[]): readonly Place[] {
  const phase = task.phase === null ? undefined : phases[task.phase]
  const number = task.id === null ? undefined : sectionOf(task.id)
  return phase === undefined || number === undefined ? [] : [{ task, number, phase }]
}

function phaseNumber({ text }: Heading): number | undefined {
  const number = /^phase\s+(\d+)(?![\d.]*\d)/i.exec(text)?.[1]
  return number === undefined ? undefined : Number(number)
}
