import type { EventBody } from '#core/run/event'
import type { Journal } from '../files/journal'
import type { RunDeps } from './request'

/**
 * Appends an event from a timer or a signal, where nobody could catch an error: a full disk may not end the program
 * in the middle of a step, nor keep a cancellation from being carried out.
 */
export function appendOrTell(journal: Journal, body: EventBody, deps: Pick<RunDeps, 'log'>): void {
  try {
    journal.append(body)
  } catch (error) {
    deps.log('warn', `The journal cannot be written (${error instanceof Error ? error.message : String(error)}).`)
  }
}
