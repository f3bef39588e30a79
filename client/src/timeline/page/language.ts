import * as l10n from '@vscode/l10n'

/** Makes the page say its texts in the language of the editor, which put them into the page. */
export function speakPageLanguage(): void {
  const table = document.getElementById('texts')?.textContent
  if (table) l10n.config({ contents: table })
}
