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
    const misfits: Place[] = []
    let numbered = 0
    for (const task of document.tasks) {
      const place = placeOf(task, phases)
      if (place === undefined) continue
      numbered++
      if (isMisfit(place)) misfits.push(place)
    }
    if (numberedThrough.includes(document.dialect) && misfits.length * 2 >= numbered) return
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
  stillNone({ before, after, fresh, start }) {
    if (numberedThrough.includes(after.dialect) || !sameTexts(before.headings, after.headings)) return false
    const end = start + fresh.length
    const by = before.tasks.length - after.tasks.length
    const movesToPhase = ({ phase }: Task, index: number): boolean =>
      (index < start || index >= end) && phase !== before.tasks[index < start ? index : index + by]?.phase
    if (after.tasks.some(movesToPhase)) return false
    const phases = fresh.length === 0 ? [] : after.headings.map(phaseNumber)
    return !fresh.some((task) => isMisfit(placeOf(task, phases)))
  },
}

interface Place {
  readonly task: Task
  /** What its id says. */
  readonly number: number
  /** What its heading says. */
  readonly phase: number
}

/** Undefined for a task whose id or heading has no number of a phase; 0 is one only where there is a Phase 0. */
function placeOf(task: Task, phases: readonly (number | undefined)[]): Place | undefined {
  const phase = task.phase === null ? undefined : phases[task.phase]
  const number = phase === undefined || task.id === null ? undefined : sectionOf(task.id)
  if (phase === undefined || number === undefined) return undefined
  const isPreparation = number === 0 && !phases.includes(0)
  return isPreparation ? undefined : { task, number, phase }
}

function isMisfit(place: Place | undefined): boolean {
  return place !== undefined && place.number !== place.phase
}

function sameTexts(a: readonly Heading[], b: readonly Heading[]): boolean {
  return a.length === b.length && a.every(({ text }, at) => text === b[at]?.text)
}

function phaseNumber({ text }: Heading): number | undefined {
  const number = /^phase\s+(\d+)(?![\d.]*\d)/i.exec(text)?.[1]
  return number === undefined ? undefined : Number(number)
}
