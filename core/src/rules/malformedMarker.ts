import type { Finding } from '../document/tasksDocument'
import { fromFindings } from './fromFindings'
import type { Report, Rule, RuleContext } from './rule'

/** Something that means to be `[P]` and is not written so. */
export const malformedMarker: Rule = {
  scope: 'document',
  code: 'malformed-marker',
  severity: 'warning',
  summary: 'A marker is misspelt: `[p]`, `[ P ]`, `(P)` where `[P]` is the marker.',
  reason:
    'It is not taken for a marker: the task runs alone. Write `[P]` exactly. Neighbours that name a batch, such as `[P:1.1]`, ' +
    'are told once per batch, as an information: the name says which tasks belong together, and they run one by one all the same.',
  fixes: ['write the marker as it should be', 'write `[P]` for all tasks of a named batch'],
  *check(context): Iterable<Report> {
    yield* fromFindings(context, 'malformed-marker', ({ text, task }) => ({
      message: `\`${text}\` is not taken for a marker; write \`${properMarker(text)}\`.`,
      data: { text, task, replacement: properMarker(text) },
    }))
    for (const batch of namedBatches(context)) {
      const [first] = batch
      if (first === undefined || batch.length < 2) continue
      yield {
        severity: 'info',
        message: `\`${first.text}\` names a batch and is not taken for a marker: its ${batch.length} tasks run one by one. Write \`[P]\` to run them side by side.`,
        range: first.range,
        data: { text: first.text, task: first.task, size: batch.length },
        related: batch.slice(1).map(({ range }) => ({ range, message: 'In the same batch.' })),
      }
    }
  },
}

/** The names of batches of a document, each batch being neighbours with one name. */
export function namedBatches({ document }: Pick<RuleContext, 'document'>): readonly (readonly Finding[])[] {
  const batches: Finding[][] = []
  for (const finding of document.findings) {
    if (finding.kind !== 'named-batch') continue
    const last = batches.at(-1)?.at(-1)
    const goesOn = last !== undefined && last.text === finding.text && last.task === (finding.task ?? 0) - 1
    if (goesOn) batches.at(-1)?.push(finding)
    else batches.push([finding])
  }
  return batches
}

/** The marker that a misspelt one means: `[p]` -> `[P]`, `[ verify ]` -> `[VERIFY]`. */
function properMarker(text: string): string {
  return `[${text.replaceAll(/[^\p{L}:/_-]/gu, '').toUpperCase()}]`
}
