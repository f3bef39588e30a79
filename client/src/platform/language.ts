import * as l10n from '@vscode/l10n'
import { l10n as editor } from 'vscode'

/** The texts of one language: what is said in English, and how it is said there. */
export type Texts = Readonly<Record<string, string>>

/**
 * Makes this bundle say its texts in the editor's display language. They are English before it is called, and stay so
 * where there is no translation. Every bundle of the extension host calls it once, before it says anything.
 */
export function speakDisplayLanguage(): void {
  if (editor.bundle !== undefined) l10n.config({ contents: editor.bundle })
}

/** The texts of the display language for programs beside the extension host; `undefined` where it is English. */
export function textsOfDisplayLanguage(): Texts | undefined {
  return editor.bundle
}
