/**
 * A refusal for people: one readable sentence that says what is wrong, where, and what to do next.
 * It is shown once, at the edge of a command, without a stack trace.
 */
export class UserError extends Error {
  override readonly name = 'UserError'

  constructor(
    message: string,
    /** Exit code of the program. */
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message)
  }
}
