import type { Disposable } from '../platform/disposables'
import type { LanguageServer } from './languageServer'

/** A language server that is started when it is first needed. */
export interface LazyServer extends Disposable {
  /** Starts the server once; all callers share it. A failed start is tried again by the next caller. */
  readonly connect: () => Promise<LanguageServer>
  /** The server when it answers already; never starts it. */
  current(): LanguageServer | undefined
}

/** Wraps the start of a server. */
export function createLazyServer(start: () => Promise<LanguageServer>): LazyServer {
  let starting: Promise<LanguageServer> | undefined
  let server: LanguageServer | undefined
  let disposed = false
  return {
    connect() {
      starting ??= start().then(
        (started) => {
          server = started
          if (disposed) void started.dispose()
          return started
        },
        (error: unknown) => {
          starting = undefined
          throw error
        },
      )
      return starting
    },
    current: () => server,
    dispose() {
      disposed = true
      return server?.dispose()
    },
  }
}
