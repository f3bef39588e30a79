import { columnsOf } from './boxes'
import { trimmedPiece, type Piece } from './splitList'

/** The start of a field on a line; numbers are columns of that line, `indent` counts tabs as four. */
export interface FieldLine {
  readonly name: string
  readonly nameStart: number
  readonly nameEnd: number
  readonly valueStart: number
  /** Where the value ends on this line when the field ends with it (`_Design: x_`); else null. */
  readonly valueEnd: number | null
  readonly indent: number
  readonly bullet: boolean
}

/** Fields that say how a task is carried out; they are recognised without a colon, too, and in the first column. */
const KNOWN = new Set([
  'do',
  'file',
  'files',
  'done when',
  'verify',
  'commit',
  'run',
  'requirements',
  'design',
  'depends on',
])

/** Fields that may stand behind a title on its own line. Any other words in italics there are the title's. */
const BEHIND_TITLE = new Set([
  ...KNOWN,
  'boundary',
  'depends',
  'leverage',
  'prompt',
  'requirement',
  'restrictions',
  'success',
  'validates',
])

const BOLD =
  /^(\uFEFF?\s*)((?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX~-]\]\s+)?(\*\*|__)([^*_][^*]{0,60}?)(\s*[:：])?\3(\s*[:：])?\s*/
/** Kiro's `**Validates: Requirements 1.3**`: name and value in one emphasis. */
const VALIDATES = /^(\s*)([-*+]\s+)?(\*\*|__)(Validates)\s*[:：]([^*_]*)\3\s*$/
const PLAIN = /^(\s*)([-*+]\s+)?(Do|Files?|Done when|Verify|Commit|Run)\s*:(?:\s+|$)/
const ITALIC_LINE = /^(\s*)((?:[-*+]|\d{1,9}[.)])\s+)?(?=[_*][\p{L}][^_*:：]{0,40}[:：])/u
/** With the white space around it: taking that off here would take ages on a line that has a lot of it. */
const ITALIC_VALUE = String.raw`[:：]((?:[^_*]|(?<=[\p{L}\p{N}_*/.])[_*](?=[\p{L}\p{N}_*/.]))*?)`
const ITALIC = new RegExp(String.raw`([_*])(\p{L}[^_*:：]{0,40})${ITALIC_VALUE}(?:\1(?![\p{L}\p{N}])|$)`, 'gu')
const ITALIC_END = new RegExp(String.raw`(?<=\S\s+)([_*])(\p{L}[\p{L} ]{0,40})${ITALIC_VALUE}\1\s*$`, 'u')

/** True for the field names that steer a task's run. */
export function isKnownField(name: string): boolean {
  return KNOWN.has(name.toLowerCase())
}

/** The fields that begin on a line, in order: none, one, or several in italics. */
export function fieldsOfLine(line: string): readonly FieldLine[] {
  const one = boldField(line) ?? validatesField(line) ?? plainField(line)
  return one === undefined ? italicFields(line) : [one]
}

function boldField(line: string): FieldLine | undefined {
  const match = BOLD.exec(line)
  if (match === null) return undefined
  const [all, lead = '', bullet, mark = '', name = '', inner, outer] = match
  if (inner === undefined && outer === undefined && !isBareName(name, line.slice(all.length))) return undefined
  const nameStart = line.indexOf(mark, lead.length + (bullet?.length ?? 0)) + mark.length
  return {
    name: name.trim(),
    nameStart,
    nameEnd: nameStart + name.length,
    valueStart: all.length,
    valueEnd: null,
    indent: columnsOf(lead),
    bullet: bullet !== undefined,
  }
}

/** `**Do**` without a colon is a field when nothing, or a dash, follows it. */
function isBareName(name: string, behind: string): boolean {
  return isKnownField(name) && /^(?:$|[-–—])/.test(behind)
}

function validatesField(line: string): FieldLine | undefined {
  const match = VALIDATES.exec(line)
  if (match === null) return undefined
  const [, lead = '', bullet = '', mark = '', name = '', value = ''] = match
  const nameStart = lead.length + bullet.length + mark.length
  const nameEnd = nameStart + name.length
  const close = line.trimEnd().length - mark.length
  const { start: valueStart, end: valueEnd } = trimmedPiece(line, close - value.length, close)
  return {
    name,
    nameStart,
    nameEnd,
    valueStart,
    valueEnd,
    indent: columnsOf(lead),
    bullet: bullet !== '',
  }
}

function plainField(line: string): FieldLine | undefined {
  const match = PLAIN.exec(line)
  if (match === null) return undefined
  const [all, lead = '', bullet = '', name = ''] = match
  const nameStart = lead.length + bullet.length
  return {
    name,
    nameStart,
    nameEnd: nameStart + name.length,
    valueStart: all.length,
    valueEnd: null,
    indent: columnsOf(lead),
    bullet: bullet !== '',
  }
}

function italicFields(line: string): readonly FieldLine[] {
  const start = ITALIC_LINE.exec(line)
  if (start === null) return []
  const [all, lead = '', bullet] = start
  const found: FieldLine[] = []
  ITALIC.lastIndex = all.length
  for (let match = ITALIC.exec(line); match !== null; match = ITALIC.exec(line)) {
    const [whole, , name = '', value = ''] = match
    const nameStart = match.index + 1
    const nameEnd = nameStart + name.length
    const inside = trimmedPiece(line, nameEnd + 1, nameEnd + 1 + value.length)
    const behind = inside.text === '' ? lastValue(line, match.index + whole.length) : undefined
    const { start: valueStart, end: valueEnd } = behind ?? inside
    found.push({
      name: name.trim(),
      nameStart,
      nameEnd,
      valueStart,
      valueEnd,
      indent: columnsOf(lead),
      bullet: bullet !== undefined,
    })
    if (whole.length === 0) break
  }
  return found
}

/**
 * The field in italics that ends a text behind other words, as in `Title _Depends: 1.2_`; undefined when there is none,
 * and for words in italics that are no field of any dialect.
 * The text begins at this column of its line.
 */
export function fieldAtEnd(text: string, column: number): FieldLine | undefined {
  const match = /[_*]\s*$/.test(text) ? ITALIC_END.exec(text) : null
  if (match === null) return undefined
  const [, , name = '', value = ''] = match
  if (!BEHIND_TITLE.has(name.trim().toLowerCase())) return undefined
  const nameStart = column + match.index + 1
  const nameEnd = nameStart + name.length
  const behindColon = match.index + 1 + name.length + 1
  const { start, end } = trimmedPiece(text, behindColon, behindColon + value.length)
  const [valueStart, valueEnd] = [column + start, column + end]
  return { name: name.trim(), nameStart, nameEnd, valueStart, valueEnd, indent: nameStart - 1, bullet: false }
}

/** `_Depends:_ 1.1`: the value stands behind what closes the name, when nothing but it follows. */
function lastValue(line: string, from: number): Piece | undefined {
  const rest = line.slice(from)
  return rest.trim() === '' || new RegExp(ITALIC.source, 'u').test(rest)
    ? undefined
    : trimmedPiece(line, from, line.length)
}
