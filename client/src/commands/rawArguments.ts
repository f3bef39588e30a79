import { Uri } from 'vscode'
import { runOf } from '../runsView/runsNode'
import type { TreeNode } from '../tree/treeModel'

/** Reads the arguments that VS Code hands to commands: plain JSON from lenses, rows from the tree, URIs from menus, or nothing. */
export function uriOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return value instanceof Uri ? value.toString() : runOf(value)?.uri
}

/** The row a menu of the tree was opened on. */
export function nodeOf(value: unknown): TreeNode | undefined {
  return isNode(value) ? value : undefined
}

/** The rows that were chosen when a menu was opened on one of them; [] when it was that one alone. */
export function nodesOf(value: unknown): readonly TreeNode[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** Puts the chosen rows in where a key of the view calls a command with `{ "selected": true }`. */
export function withSelection(raw: readonly unknown[], selection: () => readonly TreeNode[]): readonly unknown[] {
  const [first] = raw
  if (typeof first !== 'object' || first === null || !('selected' in first)) return raw
  const rows = selection()
  return rows.length === 0 ? [] : [rows[0], rows]
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'at' in value && 'uri' in value
}

/** A task index or line; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}
