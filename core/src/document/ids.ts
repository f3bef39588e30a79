/** An id as found at some offset of a text. */
export interface FoundId {
  readonly id: string
  /** Offset just behind the id, a dot or bracket after a plain number (`1.`, `2)`) included. */
  readonly end: number
}

/** Not followed by more of a word, a path, a per cent or a file extension. */
const END = String.raw`(?![\p{L}\p{N}/%+]|_[\p{L}\p{N}_]|[.:-][\p{L}\p{N}_])`

/** Names of requirements, standards and sizes that look like ids and are none. */
const NO_PREFIX = '(?!(?:AC|FR|NFR|SC|US|UC|REQ|UTF|SHA|ISO|RFC|CVE|GPT|ES|EC|ADR)-)'

const FORMS: readonly RegExp[] = [
  // T012-T015: one box for several
  new RegExp(String.raw`T\d+[-–]T\d+${END}`, 'uy'),
  // T012, T-3, T024a, T028', T024-A, T024b-1, T067-FIX, T999.9, T001.1b
  new RegExp(String.raw`T-?\d+(?:\.\d+)*[A-Za-z]?(?:-(?:[A-Z]{1,8}|\d{1,3}))?'*${END}`, 'uy'),
  // 1.2, 1.2.3, 1.24a, 2A.1, 6.B.1, D.1.2, P2.1.3, V5.FIX.1: parts between dots, a digit among them
  new RegExp(
    String.raw`(?=[A-Za-z]*[.A-Z]*\d)(?:\d+[a-hA-H]?|[A-Z]{1,3}\d*[A-Z]?)(?:\.(?:\d+[a-hA-H]?|[A-Z]{1,8}|[a-h]))+'*${END}`,
    'uy',
  ),
  // G-1.2, TASK-002a, OUT-1, REFACTOR-T1
  new RegExp(String.raw`${NO_PREFIX}[A-Z]{1,12}\d*-[A-Z]?\d+(?:\.\d+)*[a-h]?${END}`, 'uy'),
  // V4, VE1, V2a, VF, PR1, TASK12
  new RegExp(String.raw`(?:(?:VE?|PR|TASK)\d+[a-h]?|VF)${END}`, 'uy'),
]

/** 1. 2) 8-15. 1a. and the dot that ends 1.1. */
const COUNTED = /(\d+(?:[-–]\d+)?[a-h]?)[.):](?=\s|$|\*)/y
const BEFORE_MARKER =
  /([A-Z][A-Z0-9]*\d[A-Za-z0-9]*|[A-Z]+\d*[-.][A-Z]+|V_\w+)(?=[ \t]+\[(?:P|VERIFY|SEQUENTIAL)\b[^\]]*\])/y
const TASK_WORD = /(?:Task|TASK)[ \t]+/y

/** Reads the id that begins exactly at `at`, in any of the forms above; undefined when there is none. */
export function readId(text: string, at: number): FoundId | undefined {
  TASK_WORD.lastIndex = at
  const word = TASK_WORD.exec(text)?.[0].length ?? 0
  const start = at + word
  for (const form of FORMS) {
    form.lastIndex = start
    const id = form.exec(text)?.[0]
    if (id !== undefined) return { id, end: behindDot(text, start + id.length) }
  }
  COUNTED.lastIndex = start
  const counted = COUNTED.exec(text)
  if (counted !== null) return { id: counted[1] ?? '', end: start + counted[0].length }
  BEFORE_MARKER.lastIndex = at
  const marked = BEFORE_MARKER.exec(text)?.[1]
  if (marked !== undefined) return { id: marked, end: at + marked.length }
  if (word === 0) return undefined
  const plain = /^\d+(?![\p{L}\p{N}])/u.exec(text.slice(start))?.[0]
  return plain === undefined ? undefined : { id: plain, end: start + plain.length }
}

function behindDot(text: string, end: number): number {
  const next = text.charAt(end)
  return (next === '.' || next === ')') && /^(?:\s|\*|$)/.test(text.slice(end + 1, end + 2)) ? end + 1 : end
}
