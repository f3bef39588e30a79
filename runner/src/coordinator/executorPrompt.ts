import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildPrompt } from '#core/run/prompt'
import type { AttemptPlan } from './attemptPlan'
import type { AttemptFiles } from './attemptFiles'
import type { RunContext } from './runContext'
import { taskText } from './taskText'

const references = ['requirements.md', 'design.md', 'research.md', 'spec.md', 'plan.md', '.progress.md']

/** The prompt of an attempt: the task with everything around it that helps. */
export function executorPrompt(context: RunContext, plan: AttemptPlan, files: AttemptFiles): string {
  const { task, document } = plan
  return buildPrompt({
    task,
    taskText: taskText(document, task),
    phase: task.phase === null ? null : (document.headings[task.phase]?.text ?? null),
    file: context.file,
    specDir: context.specDir,
    progressFile: files.progressPath,
    references: references.map((name) => join(context.specDir, name)).filter((path) => existsSync(path)),
    siblings: plan.siblings,
    verify: context.options.verify ? (task.fields.verify?.commands.map((command) => command.text) ?? []) : [],
    earlierFailure: plan.earlierFailure,
  })
}
