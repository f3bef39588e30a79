/**
 * A text for a notification, to be read as it stands. VS Code makes links out of `[…](…)` there, of commands too, and
 * what a run says comes from others: a character without width keeps the brackets apart.
 */
export function unlinked(text: string): string {
  return text.replaceAll('](', ']\u200B(')
}
