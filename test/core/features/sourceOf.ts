import { parseTasksDocument } from '#core/document/parse'
import type { LensSource } from '#core/features/lens'
import { planGroups } from '#core/plan/groups'
import { checkDocument } from '#core/rules/check'
import { defaultSettings } from '#core/settings/settings'
import type { RunSummary } from '#core/wire/messages'

/** What features are drawn from, for a text at `specs/demo/tasks.md`. */
export function sourceOf(text: string, run: RunSummary | null = null): LensSource {
  const document = parseTasksDocument(text, { path: 'specs/demo/tasks.md' })
  const plan = planGroups(document, 'heading')
  const problems = checkDocument(document, { plan, settings: defaultSettings })
  return { uri: 'u', document, plan, problems, run }
}

type Status = RunSummary['tasks'][number]['status']

/** The summary of a run over tasks given as `index id title` and a status. */
export function runOf(
  live: boolean,
  tasks: Readonly<Record<string, Status>>,
  outcome: RunSummary['outcome'] = null,
): RunSummary {
  return {
    runId: 'r1',
    live,
    outcome,
    tasks: Object.entries(tasks).map(([key, status]) => {
      const [index = '', id = '', ...title] = key.split(' ')
      return { index: Number(index), id, title: title.join(' '), status, attempt: 1, reason: null, durationMs: null }
    }),
  }
}
