import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { Blocks } from './blocks'
import { malformedBox, readBox, type Box } from './boxes'
import type { Chunk } from './chunks'
import { countChunk } from './countChunk'
import { lastLineOf } from './extent'
import { readHeader } from './header'
import type { RawTask } from './rawTask'
import { readHeading } from './readHeading'
import type { Reading } from './reading'
import { readTask } from './readTask'
import type { Located } from './tasksDocument'
import { readWaves } from './waves'

/** A checkbox line that counts: outside fences, comments and quotes. */
export interface BoxLine {
  readonly line: number
  readonly box: Box
  readonly hasId: boolean
}

const WAIT = /^\s{0,3}(?:\*\*|__)\s*(?:⟶|→|⇒|➜|➔|➡|-+>|=>|wait\b).*(?:\*\*|__)\s*:?\s*$/iu

/** Reads a chunk: its boxes as possible tasks, headings, barriers and counts. Never throws. */
export function readChunk(chunk: Chunk): Reading {
  const { lines, blocks } = chunk
  const hidden = hiddenLines(lines, blocks)
  const boxes: BoxLine[] = []
  const waits: number[] = []
  const malformedBoxes: Located[] = []
  for (let line = lines.firstLine; line < lines.firstLine + lines.starts.length; line++) {
    if (hidden.has(line)) continue
    const text = lineText(lines, line)
    const box = readBox(text)
    if (box !== undefined) boxes.push({ line, box, hasId: readHeader(text.slice(box.textStart)).id !== null })
    else if (WAIT.test(text)) waits.push(line)
    else malformedBoxes.push(...malformedLine(text, line))
  }
  const headings = blocks.headings.map((block) => readHeading(lines, block))
  const tasks = readTasks(chunk, boxes)
  return {
    tasks,
    headings,
    waits,
    malformedBoxes,
    unclosedFences: chunk.unclosed.map((line) => wholeLine(lines, line)),
    waves: readWaves(lines, blocks.fences),
    census: countChunk(lines, hidden, { boxes, tasks, headings, waits }),
    frontmatterEnd: blocks.frontmatterEnd,
  }
}

function hiddenLines(lines: LineIndex, blocks: Blocks): ReadonlySet<number> {
  const hidden = new Set<number>()
  for (let line = lines.firstLine; line <= blocks.frontmatterEnd; line++) hidden.add(line)
  for (const span of [...blocks.fences, ...blocks.hidden]) {
    for (let line = span.start; line <= span.end; line++) hidden.add(line)
  }
  return hidden
}

/** Boxes that may be tasks: those with an id, and those that stand in no other box. */
function readTasks(chunk: Chunk, boxes: readonly BoxLine[]): readonly RawTask[] {
  const { lines, blocks } = chunk
  const end = lines.firstLine + lines.starts.length
  const tasks: RawTask[] = []
  boxes.forEach(({ line, box, hasId }, position) => {
    if (!hasId && box.indent > 1) return
    const next = boxes.slice(position + 1).find((other) => other.hasId || other.box.indent <= box.indent)
    const heading = blocks.headings.find((block) => block.start > line)
    const stop = Math.min(next?.line ?? end, heading?.start ?? end)
    tasks.push(readTask(lines, blocks, line, box, lastLineOf(lines, blocks, line, box, stop)))
  })
  return tasks
}

function malformedLine(text: string, line: number): readonly Located[] {
  const length = malformedBox(text)
  if (length === 0 || readHeader(text.slice(length)).id === null) return []
  const start = text.length - text.trimStart().length
  const end = text.indexOf(']', start) + 1
  return [{ text: text.slice(start, end), range: rangeInLine(line, start, end) }]
}

function wholeLine(lines: LineIndex, line: number): Located {
  const text = lineText(lines, line)
  return { text: text.trim(), range: rangeInLine(line, 0, text.length) }
}
