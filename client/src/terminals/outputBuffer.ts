import * as l10n from '@vscode/l10n'
import type { Disposable } from '../platform/disposables'
import { coalesce } from '../platform/coalesce'
import { paint } from './paint'

/** Gathers terminal output, so that a flood does not hold the window up. */
export interface OutputBuffer extends Disposable {
  write(text: string): void
  flush(): void
}

/** Hands text on at most every `delayMs`; of more than `limit` characters only the newest are kept, with a note. */
export function createOutputBuffer(emit: (text: string) => void, delayMs: number, limit: number): OutputBuffer {
  let waiting = ''
  const flushing = coalesce(() => {
    const text = waiting
    waiting = ''
    emit(text)
  }, delayMs)
  return {
    write(text) {
      if (text === '') return
      waiting += text
      if (waiting.length > limit * 2) waiting = cut(waiting, limit)
      flushing.request()
    },
    flush: () => flushing.flush(),
    dispose: () => flushing.dispose(),
  }
}

function cut(text: string, limit: number): string {
  const kept = text.slice(-limit)
  return `${paint('dim', `… ${l10n.t('output left out here; the log has all of it')} …`)}\r\n${kept.slice(kept.indexOf('\n') + 1)}`
}
