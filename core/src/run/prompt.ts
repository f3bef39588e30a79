import type { Task } from '../document/tasksDocument'
import { marker } from './output/listener'

/** Everything an executor is told. Paths are as the executor sees them. */
export interface PromptFacts {
  readonly task: Task
  /** The task's own lines of tasks.md. */
  readonly taskText: string
  readonly phase: string | null
  readonly file: string
  readonly specDir: string
  /** Absolute path. */
  readonly progressFile: string
  /** Files of the spec that are there to be read: requirements.md, design.md, … */
  readonly references: readonly string[]
  /** Tasks that run at the same time. */
  readonly siblings: readonly Task[]
  readonly verify: readonly string[]
  /** Why the attempt before failed, or null. */
  readonly earlierFailure: string | null
}

/**
 * The prompt for one task. The task's own text is quoted line by line, so that no line of the prompt,
 * echoed by an executor, can be taken for the marker.
 */
export function buildPrompt(facts: PromptFacts): string {
  const name = facts.task.id ?? `number ${facts.task.index + 1}`
  return `${[
    `Carry out task ${name} of the spec in ${facts.specDir}, and only this task.`,
    section('Task', [
      ...(facts.phase === null ? [] : [`It stands under "${facts.phase}" in ${facts.file}:`]),
      ...facts.taskText
        .trimEnd()
        .split(/\r\n|\n|\r/)
        .map((line) => `> ${line}`),
    ]),
    facts.earlierFailure === null
      ? ''
      : section('Earlier attempt', [
          'An earlier attempt failed. Look at what it left behind and put it right.',
          `> ${facts.earlierFailure}`,
        ]),
    facts.references.length === 0
      ? ''
      : section(
          'Read first, where it helps',
          facts.references.map((path) => `- ${path}`),
        ),
    section('Progress', [
      `Write what you did and what you learned to ${facts.progressFile} (make the file if it is not there, keep what stands in it):`,
      'under a heading "## Completed Tasks" one line for this task, under a heading "## Learnings" what later tasks should know.',
    ]),
    siblings(facts),
    section('Rules', [
      '- Do not tick boxes in tasks.md and do not touch .ralph-state.json: the coordinator does that.',
      '- Do not commit: the coordinator makes one commit for this task.',
      '- Nobody can answer questions. Decide for yourself and note it under Learnings.',
      ...(facts.verify.length === 0
        ? []
        : [
            '- When you are done these commands are run, and must pass:',
            ...facts.verify.map((line) => `  - ${oneLine(line)}`),
          ]),
    ]),
    section('End', [
      `Only when everything the task asks for is done, end your last message with a line that holds the single word ${marker} and nothing else.`,
      'If it is not done, leave that word out and say what is in the way.',
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

function siblings(facts: PromptFacts): string {
  if (facts.siblings.length === 0) return ''
  const lines = facts.siblings.map((task) => {
    const files = task.fields.files.map((file) => file.path).join(', ')
    return `- ${task.id ?? task.index + 1} ${task.title}${files === '' ? '' : ` (${files})`}`
  })
  return section('At the same time', [
    'Others carry out these tasks right now, in the same folder. Leave their files alone.',
    ...lines,
  ])
}

function section(title: string, lines: readonly string[]): string {
  return [`## ${title}`, '', ...lines].join('\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ; ')
}
