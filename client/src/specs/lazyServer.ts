import type { Disposable } from '../platform/disposables'
import type { LanguageServer } from './languageServer'

/** A language server that is started when it is first needed. */
export interface LazyServer extends Disposable {
  /** Starts the server once; all callers share it. A failed start is tried again by the next caller. */
  readonly connect: () => Promise<LanguageServer>
  /** The server when it answers already; never starts it. */
  current(): LanguageServer | undefined
  /** Ends the server, so that the next caller starts one anew. False when there was none to end. */
  end(): Promise<boolean>
}

/** Wraps the start of a server. */
export function createLazyServer(start: () => Promise<LanguageServer>): LazyServer {
  let starting: Promise<LanguageServer> | undefined
  let server: LanguageServer | undefined
  let disposed = false
  return {
    connect() {
      if (starting !== undefined) return starting
      const mine = start().then(
        (started) => {
          if (starting === mine) server = started
          if (disposed) void started.dispose()
          return started
        },
        (error: unknown) => {
          if (starting === mine) starting = undefined
          throw error
        },
      )
      starting = mine
      return mine
    },
    current: () => server,
    async end() {
      const ending = starting
      starting = undefined
      server = undefined
      await (await ending?.catch(() => undefined))?.dispose()
      return ending !== undefined
    },
    dispose() {
      disposed = true
      return server?.dispose()
    },
  }
}
