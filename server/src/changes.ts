/** Milliseconds of work after which the queue lets requests through. */
const slice = 20

/** A queue of changed specs that are worked off one by one, open ones first, without keeping requests waiting. */
export interface ChangeQueue {
  readonly add: (uri: string) => void
  readonly stop: () => void
}

/** Makes the queue; `handle` is called once for each URI however often it was added meanwhile. */
export function createChangeQueue(isOpen: (uri: string) => boolean, handle: (uri: string) => void): ChangeQueue {
  const waiting = new Set<string>()
  let scheduled: NodeJS.Immediate | undefined

  const work = (): void => {
    scheduled = undefined
    const until = Date.now() + slice
    const order = [...waiting].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
    for (const uri of order) {
      waiting.delete(uri)
      handle(uri)
      if (Date.now() > until) break
    }
    if (waiting.size > 0) schedule()
  }
  const schedule = (): void => {
    scheduled ??= setImmediate(work)
  }
  return {
    add: (uri) => {
      waiting.add(uri)
      schedule()
    },
    stop: () => {
      waiting.clear()
      clearImmediate(scheduled)
    },
  }
}
