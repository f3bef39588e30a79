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
  const zoomOut = button('−', 'Zoom Out (-)', actions.zoomOut)
  const zoomIn = button('+', 'Zoom In (+)', actions.zoomIn)
  const fit = button('Fit', 'Fit the whole run (0)', actions.fit)
  const table = button('Table', 'Show as table', actions.toggleTable)
  const zoom = element('div', 'zoom', { role: 'group', 'aria-label': 'Zoom' }, zoomOut, fit, zoomIn)
  const node = element('div', 'toolbar', { role: 'group', 'aria-label': 'View' }, zoom, table)
  return {
    node,
    update(factor, asTable) {
      setAttribute(zoomOut, 'disabled', asTable || factor <= 1 ? '' : null)
      setAttribute(fit, 'disabled', asTable || factor <= 1 ? '' : null)
      setAttribute(zoomIn, 'disabled', asTable ? '' : null)
      setText(table, asTable ? 'Chart' : 'Table')
      setAttribute(table, 'aria-label', asTable ? 'Show as chart' : 'Show as table')
    },
  }
}

function button(text: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', '', { type: 'button', title: label, 'aria-label': label }, text)
  made.addEventListener('click', onClick)
  return made
}
