import type { RunState } from './runState'

/**
 * True when the last batch of a run was not finished to its end: its runner died, or something outside stopped it
 * (a locked index, a full disk). What succeeded keeps its verdict; `resume` does what is missing.
 */
export function isUnfinished(state: RunState): boolean {
  const last = state.batches.at(-1)
  return last !== undefined && last.phase !== 'ended'
}
