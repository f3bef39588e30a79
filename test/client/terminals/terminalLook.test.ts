import { expect, it } from 'vitest'
import { terminalLook } from '../../../client/src/terminals/terminalLook'

it('shows the state that a task has when its terminal is opened', () => {
  expect(terminalLook('running', true).colour).toBe('terminal.ansiCyan')
  expect(terminalLook('success', false)).toEqual({ icon: 'pass', colour: 'terminal.ansiGreen' })
  expect(terminalLook('failed', true)).toEqual({ icon: 'error', colour: 'terminal.ansiRed' })
})

it('shows as interrupted what ran when its runner went', () => {
  expect(terminalLook('verifying', false)).toEqual(terminalLook('interrupted', false))
})
