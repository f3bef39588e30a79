import { readId } from './ids'

/** A `[…]` or `(…)` token of a task's first line; offsets are within the text behind the box. */
export interface Token {
  readonly text: string
  readonly round: boolean
  readonly start: number
  readonly end: number
  readonly place: 'before-id' | 'after-id' | 'at-end'
}

/** The text behind a box, taken apart. Offsets are within that text. */
export interface Header {
  readonly id: string | null
  readonly idStart: number
  readonly idEnd: number
  readonly tokens: readonly Token[]
  /** Where the title begins; the text's length when there is none. */
  readonly titleStart: number
  /** Where a second box ends (`- [ ] [ ] T008`, `- [x] - [x] 2.1`, `- [ ] T016 [ ]`); null when there is none. */
  readonly secondBoxEnd: number | null
  /** A star right behind the id: `7.9* Title`. */
  readonly starred: boolean
  /** Decoration that began before the id and goes on into the title: `**1.1 Title**`; '' when there is none. */
  readonly opener: string
}

const SECOND_BOX = /\s*(?:[-*+]\s+)?\[[ xX~-]\](?:\s+|$)/y
/** `[US1]`, `(P)`; any words in round brackets right before a marker. */
const TOKEN =
  /\[(\[[^[\]]+\]|[^[\]]*[^\s[\]][^[\]]*)\](?!\()|\(([A-Z][A-Z0-9:/._-]*|p)\)(?=[\s*~`[(]|$)|\(([^()]+)\)(?=\s*\[(?:P|VERIFY|SEQUENTIAL)\b[^\]]*\](?!\())/y
const DECORATION = /\*{1,3}|~~|__|`/y
/** The star of an optional task, as a formatter leaves it, too. */
const STAR = /\\?\*(?=[\s[(]|$)/y
const SPACE = /\s+/y
const DASH = /[-–—:]\s+/y

/** Takes the text behind a box apart: id, the tokens around it, and where the title begins. */
export function readHeader(text: string): Header {
  let at = lengthOf(SECOND_BOX, text, 0)
  const first = at > 0 ? text.indexOf(']') + 1 : null
  at += lengthOf(SPACE, text, at)
  const before: Token[] = []
  const probe = readTokens(text, at, '', 'before-id', before)
  const opener = exec(DECORATION, text, probe)?.[0] ?? ''
  const found = readId(text, probe + opener.length)
  const tokens: Token[] = []
  if (found === undefined) {
    at = readTokens(text, at, '', 'after-id', tokens)
    const noId = { id: null, idStart: at, idEnd: at, opener: '', starred: false }
    return { ...noId, tokens, titleStart: at, secondBoxEnd: first }
  }
  const idStart = text.indexOf(found.id, probe)
  const star = opener === '' ? lengthOf(STAR, text, found.end) : 0
  const behindId = skip(text, found.end + star, opener)
  const box = exec(SECOND_BOX, text, behindId.at)?.[0] ?? ''
  at = readTokens(text, behindId.at + box.length, behindId.opener, 'after-id', tokens)
  const second = secondName(text, at)
  if (tokens.length === 0 && second !== undefined) {
    tokens.push(second)
    at = readTokens(text, second.end + lengthOf(SPACE, text, second.end), '', 'after-id', tokens)
  }
  at += lengthOf(DASH, text, at)
  at += lengthOf(SPACE, text, at)
  return {
    id: found.id,
    idStart,
    idEnd: idStart + found.id.length,
    tokens: [...before, ...tokens],
    titleStart: at,
    secondBoxEnd: box === '' ? first : behindId.at + box.trimEnd().length,
    starred: star > 0,
    opener: opener !== '' && !text.slice(found.end, at).includes(opener) ? opener : '',
  }
}

/** A second name between id and marker, as in `4.1 V1 [VERIFY]`: a label, so that the marker behind it counts. */
function secondName(text: string, at: number): Token | undefined {
  const id = readId(text, at)?.id
  if (id === undefined || !text.startsWith(id, at)) return undefined
  const end = at + id.length
  if (!/^[ \t]+\[(?:P|VERIFY|SEQUENTIAL)\b[^\]]*\]/.test(text.slice(end))) return undefined
  return { text: id, round: false, start: at, end, place: 'after-id' }
}

/** Reads a run of tokens; gives the offset behind it and the space and closing decoration that follow. */
function readTokens(text: string, start: number, opener: string, place: Token['place'], into: Token[]): number {
  let at = start
  let open = opener
  for (;;) {
    const match = exec(TOKEN, text, at)
    if (match === null) return at
    const end = at + match[0].length
    into.push({ text: match[1] ?? match[2] ?? match[3] ?? '', round: match[1] === undefined, start: at, end, place })
    const behind = skip(text, end, open)
    at = behind.at
    open = behind.opener
  }
}

/** Steps over spaces, a colon, and the decoration that `opener` began. */
function skip(text: string, start: number, opener: string): { readonly at: number; readonly opener: string } {
  let at = start + lengthOf(SPACE, text, start)
  const closes = opener !== '' && text.startsWith(opener, at)
  if (closes) at += opener.length
  if (/^:(?:[\s*]|$)/.test(text.slice(at, at + 2))) at++
  at += lengthOf(SPACE, text, at)
  if (!closes && opener !== '' && text.startsWith(opener, at)) return skip(text, at, opener)
  return { at, opener: closes ? '' : opener }
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  return exec(pattern, text, at)?.[0].length ?? 0
}
