import type { Disposable } from './disposables'
import { onDispose } from './disposables'

/** Registers a listener; disposing the result removes it. Shaped like an event of VS Code. */
export type Listen<T> = (listener: (value: T) => void) => Disposable

/** An event source that needs no editor, so that stores can be tested without one. */
export interface Signal<T> extends Disposable {
  readonly event: Listen<T>
  fire(value: T): void
}

/** Makes a signal without listeners. A listener that throws does not keep the others from hearing. */
export function createSignal<T>(onError: (error: unknown) => void = () => {}): Signal<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    event(listener) {
      listeners.add(listener)
      return onDispose(() => listeners.delete(listener))
    },
    fire(value) {
      for (const listener of Array.from(listeners)) {
        try {
          listener(value)
        } catch (error) {
          onError(error)
        }
      }
    },
    dispose: () => listeners.clear(),
  }
}
