import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { tickEdits, untickEdits } from '#core/document/tick'
import type { TasksDocument } from '#core/document/tasksDocument'
import { planGroups } from '#core/plan/groups'
import { applyEdits } from '#core/text/edits'
import { corpusFiles, corpusFolder, hasCorpus, type CorpusFile } from './corpus/corpusFiles'
import { countLines } from './corpus/lineCounter'
import { wrongRanges } from './corpus/ranges'

const source = hasCorpus ? 'the corpus' : `the fixtures (the corpus is not there: ${corpusFolder})`
if (!hasCorpus) console.warn(`No corpus at ${corpusFolder}; reading the project's own fixtures instead.`)

const files = corpusFiles()
const documents = new Map(files.map((file) => [file, parse(file)]))

function parse(file: CorpusFile, text = file.text): TasksDocument {
  return parseTasksDocument(text, { path: file.path, openedOnPurpose: true })
}

function each<T>(look: (file: CorpusFile, document: TasksDocument) => readonly T[]): readonly T[] {
  return [...documents].flatMap(([file, document]) => look(file, document))
}

/** Lines that only one side has, of all lines that either has. */
function compare(
  ours: readonly string[],
  theirs: readonly string[],
): { readonly all: number; readonly odd: readonly string[] } {
  const odd = [...ours.filter((one) => !theirs.includes(one)), ...theirs.filter((one) => !ours.includes(one))]
  return { all: new Set([...ours, ...theirs]).size, odd }
}

describe(`on ${source}`, () => {
  test('every file is read without an error and there are some', () => {
    expect(documents.size).toBe(files.length)
    expect(files.length).toBeGreaterThanOrEqual(hasCorpus ? 598 : 12)
  })

  test('every range lies in its text and covers what it names', () => {
    expect(each((file, document) => wrongRanges(document).map((wrong) => `${file.file}: ${wrong}`))).toEqual([])
  })

  test('tasks and groups are those that a line-based counter finds', () => {
    const rows = new Map<
      string,
      { files: number; tasks: number; oddTasks: number; groups: number; oddGroups: number }
    >()
    const odd = each((file, document) => {
      const counted = countLines(file.text, document.dialect)
      const tasks = compare(
        document.tasks.map((task) => String(task.line)),
        counted.tasks.map(String),
      )
      const plan = planGroups({ ...document, waves: null }, 'heading').groups.filter((group) => group.isParallel)
      const lines = plan.map((group) => group.taskIndices.map((index) => document.tasks[index]?.line).join(' '))
      const groups = compare(
        lines,
        counted.groups.map((group) => group.join(' ')),
      )
      const row = rows.get(file.dialect) ?? { files: 0, tasks: 0, oddTasks: 0, groups: 0, oddGroups: 0 }
      rows.set(file.dialect, {
        files: row.files + 1,
        tasks: row.tasks + tasks.all,
        oddTasks: row.oddTasks + tasks.odd.length,
        groups: row.groups + groups.all,
        oddGroups: row.oddGroups + groups.odd.length,
      })
      return [...tasks.odd, ...groups.odd].map((line) => `${file.file}: line ${line} (counted from 0)`)
    })
    console.table(Object.fromEntries(rows))
    expect(odd, 'each of these would need an explanation here').toEqual([])
  })

  test('ticking changes one character per task, unticking gives back the same bytes', { timeout: 300_000 }, () => {
    const wrong = each((file, document) => {
      const open = document.tasks.filter((task) => isTickable(document, task.index)).map((task) => task.index)
      const edits = tickEdits(document, open)
      const ticked = applyEdits(file.text, edits)
      const again = parse(file, ticked)
      const ok =
        onlyTicks(file.text, ticked) === edits.length &&
        tickEdits(again, open).length === 0 &&
        applyEdits(ticked, untickEdits(again, open)) === file.text
      return ok ? [] : [file.file]
    })
    expect(wrong).toEqual([])
  })

  test('the dialect is the one of the manifest, or there is a reason why not', () => {
    const rows = new Map<string, number>()
    const unexplained = each((file, document) => {
      const reason = whyOtherDialect(file, document)
      if (reason !== undefined) rows.set(reason, (rows.get(reason) ?? 0) + 1)
      return reason === '' ? [`${file.file} is ${document.dialect}`] : []
    })
    console.table(Object.fromEntries(rows))
    expect(unexplained).toEqual([])
  })
})

/** How many characters went from a space to an `x`; NaN when anything else changed. */
function onlyTicks(before: string, after: string): number {
  if (before.length !== after.length) return Number.NaN
  let ticks = 0
  for (let at = 0; at < before.length; at++) {
    if (before[at] === after[at]) continue
    if (before[at] !== ' ' || after[at] !== 'x') return Number.NaN
    ticks++
  }
  return ticks
}

/** Its box is empty, and so are the boxes of all containers above it, which unticking would empty, too. */
function isTickable(document: TasksDocument, index: number): boolean {
  const task = document.tasks[index]
  if (task === undefined) return true
  const empty = task.state === 'open' || task.state === 'optional'
  const parent = task.parent === null ? undefined : document.tasks[task.parent]
  return empty && (parent === undefined || (parent.state === 'open' && isTickable(document, parent.index)))
}

/**
 * The manifest tells a file's dialect by its repository; a reader has only path and content. Undefined when both
 * agree, '' when nothing explains the difference.
 */
function whyOtherDialect(file: CorpusFile, document: TasksDocument): string | undefined {
  const { dialect, path, text } = file
  if (document.dialect === dialect) return undefined
  if (dialect === 'templates' || dialect === 'other') return `${dialect}: a folder of the corpus, not a dialect`
  if (dialect === 'cc-sdd' && !/\(P\)\s|_(?:Boundary|Depends):/.test(text))
    return 'cc-sdd: no (P), no _Boundary:, reads as Kiro'
  if (dialect === 'openspec' && !path.includes('openspec/changes/')) return 'openspec: lies in no openspec/changes'
  if (dialect === 'sdd-companion' && !/\*\*Do\*\*|^\*\*⟶/m.test(text))
    return 'sdd-companion: no **Do**, reads as spec-kit'
  if (dialect === 'spec-kit' && shareOfTIds(text) < 0.4) return 'spec-kit: a T id on fewer than 40 % of the boxes'
  return ''
}

function shareOfTIds(text: string): number {
  const boxes = text.match(/^\s*[-*] \[[ xX]\].*$/gm) ?? []
  return boxes.length === 0 ? 0 : boxes.filter((box) => /\][ *~]*T\d{3}/.test(box)).length / boxes.length
}
