/** An error made for people: one readable sentence with what, where and the next step. Shown once, at the command's edge. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
