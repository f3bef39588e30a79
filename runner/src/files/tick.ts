import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { tickEdits, untickEdits } from '#core/document/tick'
import { indexLines, offsetAt } from '#core/text/lines'
import type { TextEdit } from '#core/text/position'
import { placeEdits, type BoxChange, type TickOutcome, type TickTarget } from './boxes'
import { byteOffset, decodeFile, encodeCharacters, type DecodedFile } from './encoding'
import { tickInEditor } from './tickInEditor'

/**
 * Ticks the boxes of tasks: one character each, every other byte of the file stays.
 * A task that cannot be found again for sure is refused, never guessed.
 */
export function tickTasks(target: TickTarget): Promise<readonly TickOutcome[]> {
  return changeBoxes(target, { edits: tickEdits, isThere: (task) => task.state === 'done' })
}

/** Takes ticks back, for tasks that turned out to have failed after all. */
export function untickTasks(target: TickTarget): Promise<readonly TickOutcome[]> {
  return changeBoxes(target, { edits: untickEdits, isThere: (task) => task.state !== 'done' })
}

async function changeBoxes(target: TickTarget, change: BoxChange): Promise<readonly TickOutcome[]> {
  if (target.editor !== undefined) {
    const outcomes = await tickInEditor(target, target.editor, change)
    if (outcomes !== undefined) return outcomes
  }
  return changeInFile(target, change)
}

/** The document is read again after each write, so that a change made by somebody else meanwhile is noticed. */
function changeInFile(target: TickTarget, change: BoxChange): readonly TickOutcome[] {
  let first: readonly TickOutcome[] | undefined
  for (let round = 0; round < 5; round++) {
    const file = decodeFile(readFileSync(target.file))
    const { edits, outcomes } = placeEdits(file.text, target, change, 'file')
    first ??= outcomes
    if (edits.length === 0) return first
    writeEdits(target.file, file, edits)
  }
  return first ?? []
}

/** Overwrites single characters in place: name, owner, links and all other bytes of the file stay. */
function writeEdits(path: string, file: DecodedFile, edits: readonly TextEdit[]): void {
  const lines = indexLines(file.text)
  const fd = openSync(path, 'r+')
  try {
    for (const edit of edits) {
      const bytes = encodeCharacters(file, edit.newText)
      writeSync(fd, bytes, 0, bytes.length, byteOffset(file, offsetAt(lines, edit.range.start)))
    }
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
