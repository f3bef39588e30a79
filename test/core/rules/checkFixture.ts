import { existsSync, readFileSync } from 'node:fs'
import { parseTasksDocument } from '#core/document/parse'
import type { TasksDocument } from '#core/document/tasksDocument'
import { planGroups } from '#core/plan/groups'
import type { BreakAt, Plan } from '#core/plan/plan'
import { readRequirements } from '#core/references/requirements'
import { checkDocument } from '#core/rules/check'
import type { Problem } from '#core/rules/problem'
import { indexLines, textIn } from '#core/text/lines'
import type { Range } from '#core/text/position'
import { judgeState } from '#core/state/judgeState'

interface Options {
  readonly path?: string
  readonly caseSensitive?: boolean
  readonly maxSize?: number
  readonly breakAt?: BreakAt
}

/** A document as it was checked, and all that was asked for it. */
export interface CheckedFixture {
  readonly document: TasksDocument
  readonly plan: Plan
  readonly breakAt: BreakAt
  readonly stateText: string | undefined
  readonly problems: readonly Problem[]
}

/**
 * Checks `x.md` with what stands beside it: `x.state.json`, `x.requirements.md`, `x.options.json`. Other texts can be
 * given for the document and the state file, as after a fix.
 */
export function checkFixture(
  file: string,
  changed: { readonly text?: string; readonly stateText?: string | undefined } = {},
): CheckedFixture {
  const beside = (suffix: string): string | undefined => {
    const other = file.replace(/\.md$/, suffix)
    return existsSync(other) ? readFileSync(other, 'utf8') : undefined
  }
  const options: Options = JSON.parse(beside('.options.json') ?? '{}')
  const state = changed.stateText ?? beside('.state.json')
  const requirements = beside('.requirements.md')
  const text = changed.text ?? readFileSync(file, 'utf8')
  const document = parseTasksDocument(text, { path: options.path ?? 'specs/demo/tasks.md' })
  const breakAt = options.breakAt ?? 'heading'
  const plan = planGroups(document, breakAt)
  const problems = checkDocument(document, {
    plan,
    settings: { rules: {}, groups: { breakAt, maxSize: options.maxSize ?? 5 } },
    caseSensitive: options.caseSensitive ?? true,
    state: state === undefined ? undefined : judgeState(state),
    definesRequirement: requirements === undefined ? undefined : readRequirements(requirements).defines,
  })
  return { document, plan, breakAt, stateText: state, problems }
}

/** The text that a range underlines. */
export function textUnder(document: TasksDocument, range: Range): string {
  return textIn(indexLines(document.text), range)
}
