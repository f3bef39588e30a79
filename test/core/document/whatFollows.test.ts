import fc from 'fast-check'
import { test } from 'vitest'
import { createIncrementalParser } from '#core/document/incremental'
import { parseTasksDocument } from '#core/document/parse'
import type { TasksDocument } from '#core/document/tasksDocument'
import { lenses } from '#core/features/lenses'
import { outline } from '#core/features/outline'
import { planGroups } from '#core/plan/groups'
import type { Plan } from '#core/plan/plan'
import { checkDocument } from '#core/rules/check'
import { createChecker } from '#core/rules/checker'
import type { Problem } from '#core/rules/problem'
import { defaultSettings as settings } from '#core/settings/settings'
import { applyEdits } from '#core/text/edits'
import { endOfLine, indexLines, lineText, positionAt, type LineIndex } from '#core/text/lines'
import type { Range, TextEdit } from '#core/text/position'
import { createPlanKeeper } from '../../../server/src/planKeeper'
import { corpusFiles } from '../corpus/corpusFiles'
import { expectSame, plain } from './plain'

/** What the editor shows of a document. */
function everything(document: TasksDocument, plan: Plan, problems: readonly Problem[]): object {
  return {
    document: plain(document),
    plan,
    problems,
    lenses: lenses({ uri: 'x', document, plan, problems, run: null }),
    outline: outline({ uri: 'x', name: 'x', document, plan, problems }),
  }
}

const task = (id: string): string => `- [ ] ${id} [P] One more in src/${id}.ts\n  - **Files**: \`src/a.ts\`\n`

const columns = (line: number, start: number, end = start): Range => ({
  start: { line, character: start },
  end: { line, character: end },
})

/** What a person does to a line. */
const edits: readonly ((lines: LineIndex, line: number) => TextEdit)[] = [
  (lines, line) => ({ range: columns(line, lineText(lines, line).length), newText: '!' }),
  (lines, line) => ({ range: columns(line, Math.min(4, lineText(lines, line).length)), newText: '\n' }),
  (_, line) => ({ range: columns(line, 0), newText: '\n' }),
  (_, line) => ({ range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' }),
  (_, line) => ({ range: { start: { line, character: 0 }, end: { line: line + 9, character: 0 } }, newText: '' }),
  (lines, line) => swap(lines, line, ' [P]', ''),
  (lines, line) => swap(lines, line, ']', '] [P]'),
  (lines, line) => swap(lines, line, '[ ]', '[x]'),
  (lines, line) => swap(lines, line, '.', '.1'),
  (lines, line) => swap(lines, line, '1', '2'),
  (_, line) => ({ range: columns(line, 0), newText: task('1.1') }),
  (_, line) => ({ range: columns(line, 0), newText: ['7.1', 'T901', '3'].map(task).join('') }),
  (_, line) => ({ range: columns(line, 0), newText: '## Phase 3: Another\n\n' }),
  (_, line) => ({ range: columns(line, 0), newText: '- [ ] 8.8 Last _Depends: 1.1, 9.9_\n' }),
  (_, line) => ({ range: columns(line, 0), newText: '  - **Files**: `../out.ts`\n' }),
]

/** Puts a text in place of another on a line; nothing where it does not stand. */
function swap(lines: LineIndex, line: number, old: string, fresh: string): TextEdit {
  const at = lineText(lines, line).indexOf(old)
  return at < 0
    ? { range: columns(line, 0), newText: '' }
    : { range: columns(line, at, at + old.length), newText: fresh }
}

/** What takes an edit back. */
function undoOf(lines: LineIndex, text: string, { range, newText }: TextEdit): TextEdit {
  const [start, end] = [range.start, range.end].map(({ line, character }) =>
    line >= lines.starts.length ? text.length : Math.min((lines.starts[line] ?? 0) + character, endOfLine(lines, line)),
  )
  const after = indexLines(text.slice(0, start) + newText + text.slice(end))
  return {
    range: { start: positionAt(after, start ?? 0), end: positionAt(after, (start ?? 0) + newText.length) },
    newText: text.slice(start, end),
  }
}

const step = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  edit: fc.constantFrom(...edits),
  undo: fc.boolean(),
})
const files = new Map(corpusFiles().flatMap((file) => (file.text.length < 25_000 ? [[file.file, file]] : [])))

// EDITED_FILES=2000 makes thousands of edits instead of hundreds.
test(
  'after any edits everything that follows from a real file is as if it were read afresh',
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(fc.constantFrom(...files.keys()), fc.array(step, { minLength: 1, maxLength: 5 }), (name, steps) => {
        const { path = '', text: whole = '' } = files.get(name) ?? {}
        const options = { path }
        const parser = createIncrementalParser(options)
        const [check, planOf] = [createChecker(), createPlanKeeper()]
        let text = ''
        const make = (edit: TextEdit): void => {
          text = applyEdits(text, [edit])
          const document = parser.update([edit])
          const plan = planOf(document, 'heading')
          const fresh = parseTasksDocument(text, options)
          const freshPlan = planGroups(fresh, 'heading')
          expectSame(
            everything(document, plan, check(document, { plan, settings })),
            everything(fresh, freshPlan, checkDocument(fresh, { plan: freshPlan, settings })),
          )
        }
        make({ range: columns(0, 0), newText: whole })
        for (const { at, edit, undo } of steps) {
          const lines = indexLines(text)
          const change = edit(lines, Math.floor(at * lines.starts.length))
          const back = undoOf(lines, text, change)
          make(change)
          if (undo) make(back)
        }
      }),
      { numRuns: Number(process.env['EDITED_FILES'] ?? 60), endOnFailure: true },
    )
  },
)
