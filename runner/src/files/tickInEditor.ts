import { readFileSync } from 'node:fs'
import { applyEdits } from '#core/text/edits'
import { indexLines, lineText } from '#core/text/lines'
import type { TextEdit } from '#core/text/position'
import type { EditorRequest } from '#core/wire/control'
import { placeEdits, type AskEditor, type BoxChange, type TickOutcome, type TickTarget } from './boxes'
import { decodeFile } from './encoding'

/**
 * Changes boxes through the editor that holds the file open, so that unsaved text is kept and nobody sees
 * a "file is newer" conflict. undefined when no editor holds it: then the file itself is to be changed.
 * When the unsaved text differs from the file, the tasks are found again in the unsaved text.
 */
export async function tickInEditor(
  target: TickTarget,
  ask: AskEditor,
  change: BoxChange,
): Promise<readonly TickOutcome[] | undefined> {
  let text = decodeFile(readFileSync(target.file)).text.replace(/^\uFEFF/, '')
  for (let round = 0; round < 3; round++) {
    const { edits, outcomes } = placeEdits(text, target, change, 'editor')
    if (edits.length === 0) return round === 0 ? undefined : outcomes
    const reply = await ask({ file: target.file, ...wholeLines(text, edits) })
    if (reply.result === 'not-open') return undefined
    if (reply.result === 'applied') return outcomes
    if (reply.text === undefined) break
    text = reply.text
  }
  const reason = 'The editor holds the file with unsaved changes and did not take the tick. Save it, then run resume.'
  return target.tasks.map((task) => ({ index: task.index, kind: 'refused', reason }))
}

/**
 * The same edits as replacements of whole lines: a single blank would be "expected" in many a wrong place,
 * a whole task line is not.
 */
function wholeLines(text: string, edits: readonly TextEdit[]): Pick<EditorRequest, 'expected' | 'edits'> {
  const before = indexLines(text)
  const after = indexLines(applyEdits(text, edits))
  const numbers = [...new Set(edits.map((edit) => edit.range.start.line))]
  return {
    expected: numbers.map((line) => lineText(before, line)),
    edits: numbers.map((line) => ({
      range: { start: { line, character: 0 }, end: { line, character: lineText(before, line).length } },
      newText: lineText(after, line),
    })),
  }
}
