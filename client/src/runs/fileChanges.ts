import { watch } from 'node:fs'
import type { Disposable } from '../platform/disposables'

/**
 * Calls back when a file may have changed: at once when the system tells, and every `pollMs` in any case,
 * since a watch can miss changes (network drives, a file that is not there yet). Begins with one call.
 */
export function watchFile(file: string, pollMs: number, onChange: () => void): Disposable {
  let watcher = tryWatch(file, onChange)
  watcher?.on('error', () => {
    watcher?.close()
    watcher = undefined
  })
  const timer = setInterval(() => {
    watcher ??= tryWatch(file, onChange)
    onChange()
  }, pollMs)
  queueMicrotask(onChange)
  return {
    dispose() {
      clearInterval(timer)
      watcher?.close()
    },
  }
}

function tryWatch(file: string, onChange: () => void): ReturnType<typeof watch> | undefined {
  try {
    return watch(file, { persistent: false }, onChange)
  } catch {
    return undefined
  }
}
