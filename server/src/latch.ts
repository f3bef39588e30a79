/** A door that opens once; whoever waits for it goes on then, and at once ever after. */
export interface Latch {
  readonly opened: Promise<void>
  readonly open: () => void
}

/** Makes a closed latch. */
export function createLatch(): Latch {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
