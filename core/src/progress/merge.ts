import type { Entry, EntryLine } from './entries'
import { insertEntries } from './insert'
import { indexLines } from './lineIndex'
import { type MainNotes, readMainNotes } from './mainNotes'
import { readPart, type ProgressPart } from './readPart'

/** One task's progress file. */
export interface ProgressSource {
  readonly index: number
  readonly text: string
  readonly task: { readonly id: string | null; readonly title: string }
}

/** A progress file that could not be merged, and why, in one sentence for people. */
export interface SkippedProgress {
  readonly index: number
  readonly reason: string
}

/** What came of a merge. */
export interface MergedProgress {
  readonly text: string
  /** Indices whose notes are in `text` now, those that had been there before included; ascending. */
  readonly merged: number[]
  readonly skipped: SkippedProgress[]
}

/**
 * Merges the progress files of a batch into `.progress.md`, in the order of the task indices: Completed entries below
 * `## Completed Tasks` (or `## Completed`), learnings below `## Learnings`. Nothing of `main` is changed or lost except
 * a placeholder that the first entry replaces; what stands there already is not added again, so that merging twice is
 * merging once. Sections that are missing are made. Keeps main's line ends. Pure; never throws.
 */
export function mergeProgress(main: string, parts: readonly ProgressSource[]): MergedProgress {
  const bom = main.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = main.slice(bom.length)
  const notes = readMainNotes(text)
  const depths = { completed: notes.completed?.depth ?? 2, learnings: notes.learnings?.depth ?? 2 }
  const completed = collector(notes, notes.completedLines)
  const learnings = collector(notes, notes.otherLines)
  const merged: number[] = []
  const skipped: SkippedProgress[] = []
  for (const part of [...parts].sort((a, b) => a.index - b.index)) {
    const content = readPart(part.text.replace(/^\uFEFF/, ''), depths)
    const problem = problemOf(part.text, content)
    if (problem !== undefined) {
      skipped.push({ index: part.index, reason: skipReason(part.index, part.task, problem) })
      continue
    }
    completed.take(content?.completed ?? [])
    learnings.take(content?.learnings ?? [])
    merged.push(part.index)
  }
  if (completed.entries.length + learnings.entries.length === 0) return { text: main, merged, skipped }
  return { text: bom + insertEntries(text, notes, completed.entries, learnings.entries), merged, skipped }
}

function problemOf(text: string, content: ProgressPart | undefined): string | undefined {
  if (text.includes('\0')) return 'is no text (it has NUL bytes)'
  if (content === undefined) return 'has no Completed Tasks and no Learnings'
  return content.completed.length + content.learnings.length === 0 ? 'holds no entries yet' : undefined
}

/** The sentence that tells people whose notes are missing, and asks for them. */
export function skipReason(index: number, task: ProgressSource['task'], problem: string): string {
  const name = task.id === null ? `"${task.title}"` : `${task.id} ${task.title}`
  return `.progress-task-${index}.md ${problem}: add what task ${name} learned to .progress.md by hand`
}

interface Collector {
  readonly entries: readonly Entry[]
  take(more: readonly Entry[]): void
}

/** Keeps the entries that are not there yet. */
function collector(notes: MainNotes, lines: readonly EntryLine[]): Collector {
  const index = indexLines(lines)
  const entries: Entry[] = []
  return {
    entries,
    take: (more) => {
      for (const written of more) {
        const entry = notes.startsWithBreak ? withoutBreaks(written) : written
        if (index.has(entry)) continue
        entries.push(entry)
        index.add(entry.lines)
      }
    },
  }
}

function withoutBreaks(entry: Entry): Entry {
  const isBreak = /^(---|\+\+\+)$/
  return {
    ...entry,
    lines: entry.lines.map((line) => (isBreak.test(line.text) ? { ...line, text: ` ${line.text}` } : line)),
  }
}
