import { rangeInLine } from '../text/lines'
import { codeSpans } from './codeSpans'
import { isTitlePath, withoutLines } from './pathText'
import type { FileReference, FileUse } from './tasksDocument'

const READING =
  /(?:^|\s)(?:from|using|per|see|following|against|like|importing|imports|via|matching|based on|as in|defined in|described in|reads?|consult|cf\.?)\s*[(`"']*$/i
const VERBS: readonly (readonly [FileUse, RegExp])[] = [
  ['read', /^(?:verify|review|read|run|check|confirm|validate|execute|manually|inspect|audit)\b/i],
  ['create', /^(?:create|generate|scaffold|write)\b/i],
  ['delete', /^(?:delete|remove)\s+[`(]?\S*[./]/i],
  ['modify', /^(?:update|modify|extend|edit|refactor|fix|change)\b/i],
]

/**
 * The paths that one line of a title names, backticked or bare, as spec-kit writes them.
 * A path behind "from", "per", "see" and the like, or in a task that only verifies, is read.
 */
export function titleFiles(text: string, line: number, start: number): readonly FileReference[] {
  const title = text.slice(start)
  const verb = VERBS.find(([, pattern]) => pattern.test(title))?.[0] ?? 'unknown'
  const found: FileReference[] = []
  const add = (word: string, at: number, backticked: boolean): void => {
    const path = withoutLines(word)
    if (!isTitlePath(path, backticked)) return
    const use = READING.test(text.slice(start, at)) ? 'read' : verb
    found.push({ path, note: null, use, range: rangeInLine(line, at, at + path.length) })
  }
  const codes = codeSpans(text).filter((code) => code.outerStart >= start)
  for (const code of codes) add(code.text, code.start, true)
  const masked = codes.reduce((now, code) => blank(now, code.outerStart, code.outerEnd), text)
  for (const match of masked.slice(start).matchAll(/[\w.@*{}[\]~/\\-]+/g)) {
    const word = match[0].replace(/^[[{]+|[.\]}-]+$/g, '')
    add(word, start + match.index + match[0].indexOf(word), false)
  }
  return found.sort((a, b) => a.range.start.character - b.range.start.character)
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}
