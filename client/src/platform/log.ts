/** What parts write to the output channel; a `LogOutputChannel` of VS Code is one. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** The text of anything thrown, with its stack when it has one: for the log, never for people. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
