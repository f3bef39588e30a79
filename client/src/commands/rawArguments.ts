import { Uri } from 'vscode'
import type { TreeNode } from '../tree/treeModel'

/** Reads the arguments that VS Code hands to commands: plain JSON from lenses, rows from the tree, URIs from menus, or nothing. */
export function uriOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return value instanceof Uri ? value.toString() : undefined
}

/** The row a menu of the tree was opened on. */
export function nodeOf(value: unknown): TreeNode | undefined {
  return isNode(value) ? value : undefined
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'at' in value && 'uri' in value
}

/** A task index or line; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}
