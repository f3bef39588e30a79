import { describe, expect, it } from 'vitest'
import { batchOpenings } from '../../../client/src/terminals/batchOpenings'

const indices = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

describe('the terminals of a batch', () => {
  it('are one tab for each task, in order', () => {
    expect(batchOpenings([4, 5], 'tabs')).toEqual([
      { index: 4, beside: false, note: undefined },
      { index: 5, beside: false, note: undefined },
    ])
  })

  it('stand three and three beside each other when that is wanted', () => {
    expect(batchOpenings(indices(7), 'split').map(({ beside }) => beside)).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ])
  })

  it('are sixteen at most, and the first one says how the others are opened', () => {
    const opened = batchOpenings(indices(40), 'tabs')
    expect(opened).toHaveLength(16)
    expect(opened[0]?.note).toMatch(/^Terminals are open for the first 16 of 40 tasks\. Show Terminal/)
    expect(opened.slice(1).every(({ note }) => note === undefined)).toBe(true)
    expect(batchOpenings(indices(16), 'tabs')[0]?.note).toBeUndefined()
  })
})
