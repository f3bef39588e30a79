import type { Disposable } from '../platform/disposables'

/** Milliseconds between two looks, and how many there are: ten seconds in all. */
const pause = 250
const mostLooks = 40

/** Gives a terminal its name. */
export interface NameTeller extends Disposable {
  /** Tells a name, and tells it again as long as the terminal has another one. */
  readonly tell: (name: string) => void
}

/**
 * VS Code loses the name that a pseudoterminal gives itself before it counts as ready, and does not say when that is.
 * `shown` is the name that the terminal has, `tell` tells it another one.
 */
export function createNameTeller({
  shown,
  tell,
}: {
  readonly shown: () => string
  readonly tell: (name: string) => void
}): NameTeller {
  let timer: NodeJS.Timeout | undefined
  const look = (name: string, left: number): void => {
    clearTimeout(timer)
    if (left === 0 || shown() === name) return
    tell(name)
    timer = setTimeout(look, pause, name, left - 1)
  }
  return { tell: (name) => look(name, mostLooks), dispose: () => clearTimeout(timer) }
}
