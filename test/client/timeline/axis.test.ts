import { describe, expect, it } from 'vitest'
import { axisFor } from '../../../client/src/timeline/page/axis'

describe('the time axis', () => {
  it('puts about as many round marks on it as are wanted', () => {
    expect(axisFor(42_000, 8, false).ticks).toEqual([0, 10_000, 20_000, 30_000, 40_000])
    expect(axisFor(7_200_000, 4, false).ticks).toEqual([0, 1_800_000, 3_600_000, 5_400_000, 7_200_000])
    expect(axisFor(100 * 3_600_000, 4, false).ticks).toHaveLength(5)
  })

  it('keeps its scale while a run grows up to the next mark', () => {
    expect(axisFor(41_000, 8, true)).toEqual(axisFor(49_999, 8, true))
    expect(axisFor(41_000, 8, true).span).toBe(50_000)
    expect(axisFor(50_000, 8, true).span).toBe(60_000)
  })

  it('has an axis for nothing yet, and for a page without room', () => {
    expect(axisFor(0, 8, true).span).toBeGreaterThan(0)
    expect(axisFor(0, 0, false).ticks).toEqual([0, 1000])
  })
})
