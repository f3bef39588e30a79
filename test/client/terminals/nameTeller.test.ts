import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createNameTeller } from '../../../client/src/terminals/nameTeller'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A terminal that takes no name before it is ready. */
function slowTerminal() {
  const terminal = { name: '○ 1.1', isReady: false, told: 0 }
  const teller = createNameTeller({
    shown: () => terminal.name,
    tell: (name) => {
      terminal.told++
      if (terminal.isReady) terminal.name = name
    },
  })
  return { terminal, teller }
}

it('tells the newest name until the terminal has it, and no longer', () => {
  const { terminal, teller } = slowTerminal()
  teller.tell('● 1.1')
  vi.advanceTimersByTime(1000)
  teller.tell('✓ 1.1')
  vi.advanceTimersByTime(1000)
  expect(terminal.name).toBe('○ 1.1')

  terminal.isReady = true
  vi.advanceTimersByTime(250)
  expect(terminal.name).toBe('✓ 1.1')
  const { told } = terminal
  vi.advanceTimersByTime(60_000)
  expect(terminal.told).toBe(told)
})

it('says nothing to a terminal that has its name', () => {
  const { terminal, teller } = slowTerminal()
  teller.tell('○ 1.1')
  expect(terminal.told).toBe(0)
})

it('gives up in the end, and at once when the terminal is gone', () => {
  const { terminal, teller } = slowTerminal()
  teller.tell('● 1.1')
  vi.advanceTimersByTime(60_000)
  expect(terminal.told).toBe(40)
  teller.tell('✓ 1.1')
  teller.dispose()
  vi.advanceTimersByTime(60_000)
  expect(terminal.told).toBe(41)
})
