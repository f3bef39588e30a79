/** An element that shows an item, and takes its changes over. */
export interface View<T> {
  readonly node: Element
  readonly update: (item: T) => void
}

/**
 * Keeps the children of an element in step with a list: an item with the same key keeps its element, and only what
 * is new, gone or out of order is moved.
 */
export function keyedList<T>(
  parent: Element,
  keyOf: (item: T) => string,
  make: (item: T) => View<T>,
): (items: readonly T[]) => void {
  const views = new Map<string, View<T>>()
  return (items) => {
    const wanted = new Set(items.map(keyOf))
    for (const [key, view] of views) {
      if (wanted.has(key)) continue
      view.node.remove()
      views.delete(key)
    }
    let next = parent.firstElementChild
    for (const item of items) {
      const key = keyOf(item)
      const view = views.get(key) ?? make(item)
      views.set(key, view)
      view.update(item)
      if (view.node === next) next = next.nextElementSibling
      else parent.insertBefore(view.node, next)
    }
  }
}
