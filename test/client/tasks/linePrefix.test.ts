import { describe, expect, it } from 'vitest'
import { createLinePrefix } from '../../../client/src/tasks/linePrefix'

describe('prefixed lines', () => {
  it('stay whole when they come in pieces', () => {
    const prefix = createLinePrefix('[1.2] ')
    expect(prefix.push('one\r\ntw')).toBe('[1.2] one\r\n')
    expect(prefix.push('o\n\nthree')).toBe('[1.2] two\r\n')
    expect(prefix.end()).toBe('[1.2] three\r\n')
    expect(prefix.end()).toBe('')
  })
})
