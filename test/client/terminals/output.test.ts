import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOutputBuffer } from '../../../client/src/terminals/outputBuffer'
import { lineRenderer, plainRenderer } from '../../../client/src/terminals/renderer'
import { rendererFor } from '../../../client/src/terminals/rendererFor'
import { terminalName } from '../../../client/src/terminals/terminalName'
import { batchStarted, runStarted, stateAfter } from '../journalFixture'

describe('buffered output', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('comes in one piece per interval', () => {
    const pieces: string[] = []
    const buffer = createOutputBuffer((text) => pieces.push(text), 50, 1000)
    buffer.write('a')
    buffer.write('b')
    vi.advanceTimersByTime(50)
    buffer.write('c')
    vi.advanceTimersByTime(50)
    expect(pieces).toEqual(['ab', 'c'])
  })

  it('keeps the newest whole lines of a flood, and says so', () => {
    const pieces: string[] = []
    const buffer = createOutputBuffer((text) => pieces.push(text), 50, 10)
    for (let line = 0; line < 10; line++) buffer.write(`line${line}\r\n`)
    vi.advanceTimersByTime(50)
    expect(pieces).toHaveLength(1)
    expect(pieces[0]).toContain('output left out here')
    expect(pieces[0]).toMatch(/line9\r\n$/)
    expect(pieces[0]).not.toContain('line0')
  })
})

describe('the rendering of a log', () => {
  it('ends lines as terminals want it', () => {
    expect(plainRenderer().push('a\nb\r\nc')).toBe('a\r\nb\r\nc')
  })

  it('waits for whole lines of a stream of events', () => {
    const renderer = lineRenderer((line) => (line === 'skip' ? [] : [line.toUpperCase()]))
    expect(renderer.push('one\nsk')).toBe('ONE\r\n')
    expect(renderer.push('ip\ntwo')).toBe('')
    expect(renderer.end()).toBe('TWO\r\n')
    expect(renderer.end()).toBe('')
  })

  it('shows what an agent says, not its JSON', () => {
    const line = JSON.stringify({
      type: 'assistant',
      message: { content: [{ type: 'text', text: 'Looking at the file.' }] },
    })
    expect(rendererFor('claude', {})().push(`${line}\n`)).toBe('Looking at the file.\r\n')
  })

  it('shows the text of other executors as it is', () => {
    expect(rendererFor('shell', {})().push('{"a":1}\n')).toBe('{"a":1}\r\n')
    expect(rendererFor('claude', { claude: { command: 'claude', output: 'text' } })().push('{"a":1}\n')).toBe(
      '{"a":1}\r\n',
    )
  })

  it('goes by the definition of an executor of the person', () => {
    const line = JSON.stringify({ type: 'assistant', message: { content: [{ type: 'text', text: 'Hello' }] } })
    expect(rendererFor('mine', { mine: { command: 'x', output: 'claude-json' } })().push(`${line}\n`)).toBe('Hello\r\n')
  })
})

it.each([
  ['queued', '○ 1.2 Create b'],
  ['running', '● 1.2 Create b'],
  ['verifying', '● 1.2 Create b'],
  ['success', '✓ 1.2 Create b'],
  ['failed', '✗ 1.2 Create b'],
  ['cancelled', '■ 1.2 Create b'],
] as const)('names the terminal of a %s task %s', (status, name) => {
  const task = stateAfter(runStarted(), batchStarted).tasks.get(1)
  expect(task && terminalName({ ...task, status }, true)).toBe(name)
})

it.each([
  ['running', '✗ 1.2 Create b'],
  ['queued', '○ 1.2 Create b'],
  ['success', '✓ 1.2 Create b'],
] as const)('names the terminal of a %s task %s when its runner is gone', (status, name) => {
  const task = stateAfter(runStarted(), batchStarted).tasks.get(1)
  expect(task && terminalName({ ...task, status }, false)).toBe(name)
})

it('cuts long titles in the names of terminals', () => {
  const task = stateAfter(runStarted(), batchStarted).tasks.get(1)
  expect(task && terminalName({ ...task, title: 'A title that goes on and on and never ends' }, true)).toBe(
    '○ 1.2 A title that goes on and on and nev…',
  )
})
