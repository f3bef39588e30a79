import type { Located } from '../document/tasksDocument'
import { rangeInLine } from '../text/lines'

/** A requirement as requirements.md defines it. */
export interface Requirement {
  readonly id: string
  /** Its heading or sentence, without the id. */
  readonly text: string
  /** The id's own characters, or the number of the list item. */
  readonly range: Located['range']
}

/** The ids of a requirements.md (or of a design.md: the reader is the same). */
export interface Requirements {
  /** Each id once, at its first definition, in order. */
  readonly all: readonly Requirement[]
  readonly byId: ReadonlyMap<string, Requirement>
  /**
   * False only for an id that the text surely lacks: it is neither defined nor named anywhere, and the text has ids
   * of its kind (numbers are judged only where requirements are numbered).
   */
  readonly defines: (id: string) => boolean
}

const lettered =
  /^(?<lead>[\s>#*+|-]*(?:\d+[.)]\s+)?(?:\[[ xX]\]\s+)?(?:\*\*|__|`)*)(?<id>[A-Z]{1,8}-?\d+(?:\.\d+)*[a-z]?)(?:\*\*|__|`)*\s*[:.|–—-]*\s*(?<text>.*)$/
const numberedHeading =
  /^(?<lead>#{1,6}\s+(?:(?:Requirement|Req\.?)\s+)?)(?<id>\d+(?:\.\d+)*)\.?(?:\s*[:.–—-]\s*|\s+|$)(?<text>.*)$/i
const listItem = /^(?<lead>\s*(?:[-*+]\s+)?)(?<id>\d+(?:\.\d+)*)[.)]?\s+(?<text>.*)$/

/**
 * Reads requirement ids line by line, outside fences: `FR-003`, `AC-1.2`, `US1` at the start of a heading, list item or
 * table row; `Requirement 2` headings; and the numbered criteria below one, which tasks call `2.1`, `2.2` (Kiro).
 */
export function readRequirements(text: string): Requirements {
  const all: Requirement[] = []
  let fence: string | undefined
  let section: string | undefined
  for (const [line, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(raw)?.[1]
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true) fence = undefined
      continue
    }
    if (mark !== undefined) {
      fence = mark
      continue
    }
    const found = lettered.exec(raw) ?? numberedHeading.exec(raw)
    if (found?.groups !== undefined && numberedHeading.test(raw)) section = found.groups['id']
    else if (/^#{1,3}\s/.test(raw)) section = undefined
    const match = found ?? (section === undefined ? null : listItem.exec(raw))
    if (match?.groups === undefined) continue
    const written = match.groups['id'] ?? ''
    const start = (match.groups['lead'] ?? '').length
    const inSection = found === null && !written.includes('.')
    all.push({
      id: inSection ? `${section}.${written}` : written,
      text: cleaned(match.groups['text'] ?? ''),
      range: rangeInLine(line, start, start + written.length),
    })
  }
  return index(all, text)
}

function index(all: readonly Requirement[], text: string): Requirements {
  const byId = new Map(all.toReversed().map((requirement) => [requirement.id, requirement]))
  const named = new Set(text.match(/\b[A-Z]{1,8}-?\d+(?:\.\d+)*[a-z]?\b/g) ?? [])
  const numbered = all.some(({ id }) => /^\d/.test(id))
  const hasLettered = all.some(({ id }) => !/^\d/.test(id))
  return {
    all: all.filter((requirement) => byId.get(requirement.id) === requirement),
    byId,
    defines: (id) => byId.has(id) || named.has(id) || (/^\d/.test(id) ? !numbered : !hasLettered),
  }
}

function cleaned(text: string): string {
  return text
    .replaceAll(/\*\*|__|`/g, '')
    .replace(/^\s*[:.|–—-]+\s*/, '')
    .replace(/\s*\|\s*$/, '')
    .trim()
}
