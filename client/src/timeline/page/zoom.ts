/** Keeps the scale of the chart. */
export interface Zoom {
  /** 1 shows the whole run. */
  readonly factor: () => number
  /** Changes the scale by a factor and keeps what is in the middle of the view there; 0 shows the whole run. */
  readonly by: (change: number) => void
}

const most = 64

/** Makes the scale of a scrolling chart; `onChange` draws it anew. Ctrl and the wheel, and the keys + - 0, change it. */
export function createZoom(chart: HTMLElement, start: number, onChange: () => void): Zoom {
  let factor = clamp(start)
  const change = (to: number, middle: number): void => {
    const next = clamp(to)
    if (next === factor) return
    const before = (chart.scrollLeft + middle) / factor
    factor = next
    onChange()
    chart.scrollLeft = before * next - middle
    if (next === 1) chart.scrollLeft = 0
  }
  const middleOf = (): number => trackWidth(chart) / 2
  const by = (times: number): void => change(times === 0 ? 1 : factor * times, middleOf())
  chart.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const left = event.clientX - chart.getBoundingClientRect().left - labelWidth(chart)
      change(factor * (event.deltaY < 0 ? 1.25 : 0.8), Math.max(0, left))
    },
    { passive: false },
  )
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') by(1.5)
    else if (event.key === '-') by(1 / 1.5)
    else if (event.key === '0') by(0)
  })
  return { factor: () => factor, by }
}

function clamp(factor: number): number {
  return Number.isFinite(factor) ? Math.min(most, Math.max(1, Math.round(factor * 1000) / 1000)) : 1
}

function labelWidth(chart: Element): number {
  return chart.querySelector('.name')?.clientWidth ?? 0
}

function trackWidth(chart: Element): number {
  return Math.max(0, chart.clientWidth - labelWidth(chart))
}
