import { rangeInLine } from '../text/lines'
import { codeSpans } from './codeSpans'
import { isTitlePath, withoutLines } from './pathText'
import type { FileReference, FileUse } from './tasksDocument'

const READING =
  /(?:^|[\s(])(?:from|using|per|see|following|against|like|importing|imports|via|matching|based on|as in|defined in|described in|reads?|consult|cf\.?|grep|mirrors|leave|without \p{L}+ing|(?:not|never|n't) (?:touch|change|modify|edit|bump))\s*[[(`"']*$/iu
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
  const linked = text.replace(LINK_TARGET, (target) => ' '.repeat(target.length))
  const masked = codes.reduce((now, code) => blank(now, code.outerStart, code.outerEnd), linked)
  for (const match of masked.slice(start).matchAll(WORD)) {
    const word = bare(match[0])
    add(word, start + match.index + match[0].indexOf(word), false)
  }
  return withoutShortForms(
    text,
    found.sort((a, b) => a.range.start.character - b.range.start.character),
  )
}

/** Where a link leads to, from the folder of the document; the path is what its words say. */
const LINK_TARGET = /(?<=\])\([^()\s]+\)/g

/** `{a, b}`, `(auth)/` and `(..)` are parts of a path; other round brackets only stand around one. */
const WORD = /(?:\{[\w.*/-]+(?:, ?[\w.*/-]+)+\}|[\w.@*{}[\]~/\\-]|(?<![\w)])\([\w-]+\)(?=\/)|\(\.{1,3}\))+/g

/** A word without the full stop behind it and the stars and brackets around it; those of `[slug]/page.tsx` are its own. */
function bare(word: string): string {
  const text = withoutEnd(word.replace(/^\*\*(?=[\w.])|(?<=\w|\.)\*\*$/g, ''), '.-')
  if (/^\[[^[\]]*\]?$|^\{[^{}]*\}?$/.test(text)) return text.replace(/^[[{]|[\]}]$/g, '')
  if (/^[[{]/.test(text) && !/[\]}]/.test(text)) return text.slice(1)
  return /[[{]/.test(text) ? text : withoutEnd(text, '.-]}')
}

function withoutEnd(text: string, marks: string): string {
  let end = text.length
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/**
 * Leaves a lone name out when the path next to it ends with it, words between them: "the `.env` of apps/web/.env" is one
 * file, `package.json and web/package.json` are two.
 */
function withoutShortForms(text: string, files: readonly FileReference[]): readonly FileReference[] {
  return files.filter(({ path, range }, at) => {
    if (path.includes('/')) return true
    return [files[at - 1], files[at + 1]].every((other) => {
      if (other?.path.endsWith(`/${path}`) !== true) return true
      const [first, second] =
        other.range.start.character < range.start.character ? [other.range, range] : [range, other.range]
      return !/\p{L}/u.test(text.slice(first.end.character, second.start.character).replace(/\b(?:and|or)\b/g, ''))
    })
  })
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}
