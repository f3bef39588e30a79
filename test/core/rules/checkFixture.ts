import { existsSync, readFileSync } from 'node:fs'
import { parseTasksDocument } from '#core/document/parse'
import type { TasksDocument } from '#core/document/tasksDocument'
import { planGroups } from '#core/plan/groups'
import type { BreakAt } from '#core/plan/plan'
import { readRequirements } from '#core/references/requirements'
import { checkDocument } from '#core/rules/check'
import type { Problem } from '#core/rules/problem'
import { indexLines, textIn } from '#core/text/lines'
import type { Range } from '#core/text/position'
import { createStateJudge } from '../../../server/src/files/stateFile'

interface Options {
  readonly path?: string
  readonly caseSensitive?: boolean
  readonly maxSize?: number
  readonly breakAt?: BreakAt
}

const judge = createStateJudge()

/** Checks `x.md` with what stands beside it: `x.state.json`, `x.requirements.md`, `x.options.json`. */
export function checkFixture(file: string): {
  readonly document: TasksDocument
  readonly problems: readonly Problem[]
} {
  const beside = (suffix: string): string | undefined => {
    const other = file.replace(/\.md$/, suffix)
    return existsSync(other) ? readFileSync(other, 'utf8') : undefined
  }
  const options: Options = JSON.parse(beside('.options.json') ?? '{}')
  const state = beside('.state.json')
  const requirements = beside('.requirements.md')
  const document = parseTasksDocument(readFileSync(file, 'utf8'), { path: options.path ?? 'specs/demo/tasks.md' })
  const problems = checkDocument(document, {
    plan: planGroups(document, options.breakAt ?? 'heading'),
    settings: { rules: {}, groups: { breakAt: options.breakAt ?? 'heading', maxSize: options.maxSize ?? 5 } },
    caseSensitive: options.caseSensitive ?? true,
    state: state === undefined ? undefined : judge(state),
    definesRequirement: requirements === undefined ? undefined : readRequirements(requirements).defines,
  })
  return { document, problems }
}

/** The text that a range underlines. */
export function textUnder(document: TasksDocument, range: Range): string {
  return textIn(indexLines(document.text), range)
}
