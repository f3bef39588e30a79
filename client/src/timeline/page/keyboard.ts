import type { Place } from './scene'

/** What keys and clicks on the bars ask for. */
export interface GridActions {
  readonly choose: (place: Place) => void
  readonly openLog: (place: Place) => void
  readonly showChanges: (place: Place) => void
  readonly goToTask: (place: Place) => void
}

/** The bars as one stop of the Tab key; arrows go from bar to bar. */
export interface Keyboard {
  /** Marks the chosen bar, the only one that Tab reaches. Without one it is the first. */
  readonly mark: (chosen: Place | null) => void
}

/** Listens to keys and clicks on the bars of a grid. */
export function createKeyboard(grid: HTMLElement, actions: GridActions): Keyboard {
  let marked: HTMLElement | undefined
  const go = (cell: HTMLElement | undefined): void => {
    cell?.focus()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  grid.addEventListener('keydown', (event) => {
    const cell = cellOf(event.target)
    if (cell === undefined || event.altKey || event.metaKey) return
    const place = placeOf(cell)
    const target = event.ctrlKey ? ctrlTarget(grid, event.key) : keyTarget(cell, event.key)
    if (target !== undefined) go(target)
    else if (event.key === 'Enter' || event.key === ' ') actions.openLog(place)
    else if (!event.ctrlKey && event.key.toLowerCase() === 'd') actions.showChanges(place)
    else if (!event.ctrlKey && event.key.toLowerCase() === 't') actions.goToTask(place)
    else return
    event.preventDefault()
  })
  grid.addEventListener('focusin', (event) => {
    const cell = cellOf(event.target)
    if (cell !== undefined) actions.choose(placeOf(cell))
  })
  grid.addEventListener('click', (event) => {
    const cell = cellOf(event.target) ?? lastCell(rowOf(event.target))
    go(cell)
  })
  grid.addEventListener('dblclick', (event) => {
    const cell = cellOf(event.target)
    if (cell !== undefined) actions.openLog(placeOf(cell))
  })
  return {
    mark(chosen) {
      const wanted = chosen === null ? undefined : find(grid, chosen)
      const cell = wanted ?? find(grid, null)
      if (cell !== marked) {
        marked?.setAttribute('tabindex', '-1')
        marked?.classList.remove('selected')
        marked = cell
      }
      if (cell !== undefined && cell.tabIndex !== 0) cell.tabIndex = 0
      cell?.classList.toggle('selected', wanted !== undefined)
    },
  }
}

function find(grid: HTMLElement, place: Place | null): HTMLElement | undefined {
  const which = place === null ? '' : `[data-index="${place.index}"][data-attempt="${place.attempt}"]`
  return grid.querySelector<HTMLElement>(`[role=gridcell]${which}`) ?? undefined
}

function placeOf(cell: HTMLElement): Place {
  return { index: Number(cell.dataset['index']), attempt: Number(cell.dataset['attempt']) }
}

function cellOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[role=gridcell]') ?? undefined) : undefined
}

function rowOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role=row]') : null
}

function cellsOf(row: Element | null | undefined): readonly HTMLElement[] {
  return row == null ? [] : [...row.querySelectorAll<HTMLElement>('[role=gridcell]')]
}

function lastCell(row: Element | null | undefined): HTMLElement | undefined {
  return cellsOf(row).at(-1)
}

/** Where a key leads from a bar; undefined when it leads nowhere. */
function keyTarget(cell: HTMLElement, key: string): HTMLElement | undefined {
  const row = cell.closest('[role=row]')
  const rows = [...(row?.parentElement?.children ?? [])]
  const at = row === null ? -1 : rows.indexOf(row)
  const cells = cellsOf(row)
  const inRow = cells.indexOf(cell)
  const rowAt = (to: number): HTMLElement | undefined => lastCell(rows[Math.min(rows.length - 1, Math.max(0, to))])
  switch (key) {
    case 'ArrowDown':
      return rowAt(at + 1)
    case 'ArrowUp':
      return rowAt(at - 1)
    case 'PageDown':
      return rowAt(at + 10)
    case 'PageUp':
      return rowAt(at - 10)
    case 'ArrowRight':
      return cells[inRow + 1] ?? cell
    case 'ArrowLeft':
      return cells[inRow - 1] ?? cell
    case 'Home':
      return cells[0]
    case 'End':
      return cells.at(-1)
    default:
      return undefined
  }
}

function ctrlTarget(grid: HTMLElement, key: string): HTMLElement | undefined {
  const rows = grid.querySelectorAll('[role=row]')
  if (key === 'Home') return lastCell(rows[0])
  return key === 'End' ? lastCell(rows[rows.length - 1]) : undefined
}
