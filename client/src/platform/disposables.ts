/** Something that must be let go of: a listener, a timer, a view. */
export interface Disposable {
  dispose(): unknown
}

/** Owns what is added to it and lets go of everything at once, newest first. */
export interface DisposableStore extends Disposable {
  /** Takes ownership and hands the item back. After `dispose` the item is let go of at once. */
  add<T extends Disposable>(item: T): T
  /** Number of things still owned; 0 after `dispose`. */
  size(): number
}

/** Makes an empty store. One item that throws does not keep the others alive; the first error is thrown at the end. */
export function createDisposableStore(): DisposableStore {
  const items: Disposable[] = []
  let disposed = false
  return {
    add(item) {
      if (disposed) item.dispose()
      else items.push(item)
      return item
    },
    size: () => items.length,
    dispose() {
      disposed = true
      const errors: unknown[] = []
      for (let item = items.pop(); item !== undefined; item = items.pop()) {
        try {
          item.dispose()
        } catch (error) {
          errors.push(error)
        }
      }
      if (errors.length > 0) throw errors[0]
    },
  }
}

/** Wraps a function as a disposable that calls it once. */
export function onDispose(action: () => void): Disposable {
  let done = false
  return {
    dispose() {
      if (done) return
      done = true
      action()
    },
  }
}
