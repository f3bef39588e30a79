import type { FileUse } from './tasksDocument'

const FIRST: readonly (readonly [FileUse, RegExp])[] = [
  [
    'read',
    /^(?:read(?:[- ]?only|s)?|reference|refer|review|verif\w*|inspect|check|unchanged|no changes?|existing|see|input)\b/i,
  ],
  [
    'create',
    /^(?:creat\w*|new|neu|add(?:ed)?$|add(?:ed)? (?:new )?file|nuevo|crear|generat\w*|scaffold|write|新規|新增)/iu,
  ],
  ['delete', /^(?:(?:to be )?(?:delet\w*|remov(?:e|ed|al)|rm|git rm)(?: (?:the )?files?| from disk)?$|delete\b)/i],
  [
    'modify',
    /^(?:modif\w*|update\w*|edit\w*|extend\w*|chang\w*|add\w*|refactor\w*|append|fix|remove|move|rename|replace|修正|変更)/iu,
  ],
]
const ANYWHERE: readonly (readonly [FileUse, RegExp])[] = [
  [
    'read',
    /\bread[- ]only\b|\breference only\b|\bfor reference\b|\bno changes?\b|\bunchanged\b|\bverification only\b/i,
  ],
  ['create', /\bnew file\b|\bto create\b/i],
  ['modify', /\bmodif\w*|\bupdat\w*|\bedit\w*/i],
]

/** What a note in parentheses, or the verb before a path, says of its use; `unknown` when it says nothing. */
export function useOfWords(words: string | null): FileUse {
  const text = (words ?? '').trim().replace(/[:：]$/, '')
  if (text === '') return 'unknown'
  return find(FIRST, text) ?? find(ANYWHERE, text) ?? 'unknown'
}

function find(table: readonly (readonly [FileUse, RegExp])[], text: string): FileUse | undefined {
  return table.find(([, pattern]) => pattern.test(text))?.[0]
}
