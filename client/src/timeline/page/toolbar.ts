import * as l10n from '@vscode/l10n'
import { element, setAttribute, setText } from './dom'

/** What the buttons at the top do. */
export interface ToolbarActions {
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  readonly fit: () => void
  readonly toggleTable: () => void
}

/** The buttons at the top. */
export interface Toolbar {
  readonly node: Element
  readonly update: (zoom: number, asTable: boolean) => void
}

/** Makes the buttons. */
export function createToolbar(actions: ToolbarActions): Toolbar {
  const zoomOut = button('−', l10n.t('Zoom Out (-)'), actions.zoomOut)
  const zoomIn = button('+', l10n.t('Zoom In (+)'), actions.zoomIn)
  const fit = button(l10n.t('Fit'), l10n.t('Fit the whole run (0)'), actions.fit)
  const table = button(l10n.t('Table'), l10n.t('Show as table'), actions.toggleTable)
  const zoom = element('div', 'zoom', { role: 'group', 'aria-label': l10n.t('Zoom') }, zoomOut, fit, zoomIn)
  const node = element('div', 'toolbar', { role: 'group', 'aria-label': l10n.t('View') }, zoom, table)
  return {
    node,
    update(factor, asTable) {
      setAttribute(zoomOut, 'disabled', asTable || factor <= 1 ? '' : null)
      setAttribute(fit, 'disabled', asTable || factor <= 1 ? '' : null)
      setAttribute(zoomIn, 'disabled', asTable ? '' : null)
      setText(table, asTable ? l10n.t('Chart') : l10n.t('Table'))
      setAttribute(table, 'aria-label', asTable ? l10n.t('Show as chart') : l10n.t('Show as table'))
    },
  }
}

function button(text: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', '', { type: 'button', title: label, 'aria-label': label }, text)
  made.addEventListener('click', onClick)
  return made
}
