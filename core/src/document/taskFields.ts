import { lineText, type LineIndex } from '../text/lines'
import type { FenceBlock } from './blocks'
import { readCodeBlocks } from './codeBlocks'
import { readCommit } from './commit'
import { readDependsOn } from './dependsOn'
import { fieldOf, fieldSpans, type FieldSpan } from './fieldSpans'
import { readFiles } from './files'
import { readReferences } from './references'
import { readRun } from './runField'
import type { Located, TaskFields } from './tasksDocument'
import type { Title } from './title'
import { readVerify } from './verify'

const NAMES = {
  do: /^do$/i,
  files: /^files?$/i,
  doneWhen: /^done when$/i,
  verify: /^verify$/i,
  run: /^run$/i,
  commit: /^commit$/i,
  requirements: /^(?:requirements?|validates|要件|需求|요구사항|requisitos|anforderungen|المتطلبات)$/i,
  design: /^design$/i,
} as const

/** Where a title stands, and the fields that end it. */
interface Head extends Pick<Title, 'endLine' | 'ending'> {
  readonly line: number
  readonly titleColumn: number
}

/** Reads everything a title's end and the lines below it up to `end` say, and the dependencies the title names. */
export function readTaskFields(lines: LineIndex, head: Head, end: number, fences: readonly FenceBlock[]): TaskFields {
  const own = fences.filter((fence) => fence.start > head.line && fence.start <= end)
  const spans = [...head.ending.fields, ...fieldSpans(lines, head.endLine + 1, end, own)]
  const first = (pattern: RegExp): FieldSpan | undefined => spans.find((span) => pattern.test(span.head.name))
  const each = (pattern: RegExp): readonly FieldSpan[] => spans.filter((span) => pattern.test(span.head.name))
  const fieldNamed = (pattern: RegExp) => {
    const span = first(pattern)
    return span === undefined ? null : fieldOf(lines, span)
  }
  const verify = first(NAMES.verify)
  const commit = first(NAMES.commit)
  const run = first(NAMES.run)
  return {
    do: fieldNamed(NAMES.do),
    files: each(NAMES.files).flatMap((span) => readFiles(lines, span, own)),
    filesField: fieldNamed(NAMES.files),
    doneWhen: fieldNamed(NAMES.doneWhen),
    verify: verify === undefined ? null : readVerify(lines, verify, own),
    run: run === undefined ? [] : readRun(lines, run, own),
    commit: commit === undefined ? null : readCommit(lines, commit),
    requirements: each(NAMES.requirements).flatMap((span) => readReferences(lines, span)),
    design: each(NAMES.design).flatMap((span) => readReferences(lines, span)),
    dependsOn: dependencies(lines, head, end, own),
    codeBlocks: readCodeBlocks(lines, own, spans),
    all: spans.map((span) => fieldOf(lines, span)),
  }
}

function dependencies(lines: LineIndex, head: Head, end: number, fences: readonly FenceBlock[]): readonly Located[] {
  const found: Located[] = []
  for (let line = head.line; line <= end; line++) {
    if (fences.some((fence) => fence.start <= line && line <= fence.end)) continue
    const text = lineText(lines, line)
    if (/depend|blocked by/i.test(text))
      found.push(...readDependsOn(text, line, line === head.line ? head.titleColumn : 0))
  }
  return found
}
