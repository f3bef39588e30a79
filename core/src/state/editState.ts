import type { RalphState } from '../generated/state'
import { membersOf } from './members'

/**
 * The text of a state file with the fields of `after` in it. Only the fields that differ from what the text says are
 * written; every other character stays: order, spacing, line ends, numbers as they were written, unknown fields.
 * A field that `after` does not have (or has as undefined) goes. `text` is valid JSON, an object.
 */
export function editState(text: string, after: RalphState): string {
  const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n'
  const indent = /^\s*\{(?:\r\n|\n)([ \t]+)"/.exec(text)?.[1]
  const write = (value: unknown): string =>
    indent === undefined
      ? JSON.stringify(value)
      : JSON.stringify(value, undefined, indent).replaceAll('\n', `${eol}${indent}`)
  const wanted = new Map(Object.entries(after).filter(([, value]) => value !== undefined))
  const kept: string[] = []
  for (const { key, start, valueStart, end } of membersOf(text)) {
    if (!wanted.has(key)) continue
    const value = wanted.get(key)
    wanted.delete(key)
    const same = JSON.stringify(value) === JSON.stringify(JSON.parse(text.slice(valueStart, end)))
    kept.push(text.slice(start, same ? end : valueStart) + (same ? '' : write(value)))
  }
  for (const [key, value] of wanted)
    kept.push(`${JSON.stringify(key)}:${indent === undefined ? '' : ' '}${write(value)}`)
  return assemble(text, kept, indent === undefined ? undefined : eol + indent, eol)
}

/** The text of a new state file. */
export function newState(state: RalphState): string {
  return `${JSON.stringify(state, undefined, 2)}\n`
}

function assemble(text: string, members: readonly string[], lineStart: string | undefined, eol: string): string {
  const before = text.slice(0, text.indexOf('{') + 1)
  const after = text.slice(text.lastIndexOf('}'))
  if (members.length === 0) return before + after
  const oneLine = lineStart === undefined
  return before + (lineStart ?? '') + members.join(`,${lineStart ?? ''}`) + (oneLine ? '' : eol) + after
}
