import { rangeInLine } from '../text/lines'
import { readId } from './ids'
import type { Located } from './tasksDocument'

const SAYS =
  /(?<![\p{L}\p{N}])(?:depends?(?:\s+up)?\s*on|depends|dependenc(?:y|ies)|blocked by)(?!\p{L})[*_]*\s*[:：]?[*_]*\s*(?:tasks?\s+|(?:タスク|任务|任務|작업)\s*)?/giu
/** What stands right before such words and takes them back: "does not depend on", "no longer blocked by", "no dependency on". */
const DENIES =
  /(?<![\p{L}\p{N}])(?:not|cannot|never|no|without|zero|\p{L}+n['’]t)[*_]*(?:\s+(?:be|been|being|is|are|a|an|any|have|has|longer|yet|directly|actually|really|otherwise|hard|direct|other))*[*_\s]*$/iu
/** Scripts without spaces between words: what follows an id there is no part of it. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const BETWEEN = /(?:\s*(?:[,&+;、]|and)\s*(?:and\s+|tasks?\s+|(?:タスク|任务|任務|작업)\s*)?|\s+)/iy
const RANGE = /\s*(?:[-–—~]|\.\.\.?|to|through)\s*(?=T?\d)/y
const LONGEST_RANGE = 500

/** The ids one line says it depends on: `depends on T012, T013`, `_Depends: 1.2_`, `T012-T015` spread out. */
export function readDependsOn(text: string, line: number, start = 0): readonly Located[] {
  const found: Located[] = []
  SAYS.lastIndex = start
  for (let says = SAYS.exec(text); says !== null; says = SAYS.exec(text)) {
    if (DENIES.test(text.slice(start, says.index))) continue
    let at = says.index + says[0].length
    for (;;) {
      at += /^[`*[(]*/.exec(text.slice(at))?.[0].length ?? 0
      const first = idAt(text, at)
      if (first === undefined) break
      let end = at + first.length
      const last = rangeEnd(text, end)
      if (last !== undefined) end = last.end
      const ids = last === undefined ? [first] : spread(first, last.id)
      for (const id of ids) found.push({ text: id, range: rangeInLine(line, at, end) })
      end += /^[`*\])]*/.exec(text.slice(end))?.[0].length ?? 0
      BETWEEN.lastIndex = end
      const between = BETWEEN.exec(text)?.[0]
      if (between === undefined) break
      at = end + between.length
    }
    SAYS.lastIndex = Math.max(at, says.index + says[0].length)
  }
  return found
}

function idAt(text: string, at: number): string | undefined {
  const behind = text.slice(at)
  const ranged = /^(?:T\d+(?=\s*[-–—]\s*T\d)|\d+(?:\.\d+)+(?=-\d+\.\d))/.exec(behind)?.[0]
  return ranged ?? readId(behind.replace(UNSPACED, ';'), 0)?.id ?? /^\d+(?=[,_*)\];]|\.(?!\d)|$)/.exec(behind)?.[0]
}

function rangeEnd(text: string, at: number): { readonly id: string; readonly end: number } | undefined {
  RANGE.lastIndex = at
  const dash = RANGE.exec(text)?.[0]
  if (dash === undefined) return undefined
  const id = idAt(text, at + dash.length)
  return id === undefined ? undefined : { id, end: at + dash.length + id.length }
}

/** T012 to T015, or 1.2 to 1.5: all ids from the first to the last; only both ends when that cannot be told. */
function spread(first: string, last: string): readonly string[] {
  const from = /^(.*?)(\d+)$/.exec(first)
  const to = /^(.*?)(\d+)$/.exec(last)
  const low = Number(from?.[2])
  const high = Number(to?.[2])
  const prefix = from?.[1] ?? ''
  const same = prefix === to?.[1] || to?.[1] === ''
  if (!same || !(high > low) || high - low > LONGEST_RANGE) return [first, last]
  const width = from?.[2]?.startsWith('0') === true ? from[2].length : 0
  return Array.from({ length: high - low + 1 }, (_, step) => prefix + String(low + step).padStart(width, '0'))
}
