import type { CommandHandler } from './table'

/** A command that makes the Tasks view go along with the task that began last, or stay where it is. */
export function followRun(on: boolean): CommandHandler {
  return async ({ tree }) => tree.follow(on)
}
