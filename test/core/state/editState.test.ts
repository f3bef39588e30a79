import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RalphState } from '#core/generated/state'
import { editState, newState } from '#core/state/editState'

function stateOf(text: string): RalphState {
  const state: RalphState = JSON.parse(text)
  return state
}

describe('editState', () => {
  it('writes only the fields that differ, and keeps order, spacing and unknown fields as they were', () => {
    const text =
      '{\n    "name": "demo",\n    "taskIndex": 1,\n    "own":   { "a":1, "b":[1,2] },\n    "totalTasks": 8\n}\n'
    const after = { name: 'demo', taskIndex: 4, own: { a: 1, b: [1, 2] }, totalTasks: 8 }
    expect(editState(text, after)).toBe(text.replace('"taskIndex": 1', '"taskIndex": 4'))
  })

  it('keeps numbers that JavaScript cannot hold, in fields that do not change', () => {
    const text = '{\n  "big": 12345678901234567890,\n  "taskIndex": 0\n}'
    const after = { ...stateOf(text), taskIndex: 1 }
    expect(editState(text, after)).toBe('{\n  "big": 12345678901234567890,\n  "taskIndex": 1\n}')
  })

  it('adds new fields at the end, in the same indentation and with the same line ends', () => {
    const text = '{\r\n\t"taskIndex": 0\r\n}\r\n'
    const after = { taskIndex: 0, taskResults: { '1': { status: 'success' as const } } }
    expect(editState(text, after)).toBe(
      '{\r\n\t"taskIndex": 0,\r\n\t"taskResults": {\r\n\t\t"1": {\r\n\t\t\t"status": "success"\r\n\t\t}\r\n\t}\r\n}\r\n',
    )
  })

  it('stays on one line where the file is one line', () => {
    expect(editState('{"taskIndex":0}', { taskIndex: 1, name: 'x' })).toBe('{"taskIndex":1,"name":"x"}')
  })

  it('takes fields away that are no longer there, or undefined', () => {
    const text = '{\n  "taskIndex": 0,\n  "parallelGroup": null,\n  "name": "x"\n}\n'
    expect(editState(text, { taskIndex: 0, name: 'x' })).toBe('{\n  "taskIndex": 0,\n  "name": "x"\n}\n')
  })

  it('fills an empty object', () => {
    expect(JSON.parse(editState('{}', { taskIndex: 1 }))).toEqual({ taskIndex: 1 })
  })

  it('is not misled by braces, quotes and commas in texts', () => {
    const text = '{\n  "a, \\"b\\": {": "}, \\\\",\n  "taskIndex": 0\n}\n'
    const after = { ...stateOf(text), taskIndex: 7 }
    expect(editState(text, after)).toBe(text.replace(': 0', ': 7'))
  })

  it('says what it was told, whatever the file looked like', () => {
    const state = fc.dictionary(fc.string(), fc.jsonValue())
    const form = fc.constantFrom(undefined, 2, 4, '\t')
    fc.assert(
      fc.property(state, state, form, (before, after, indent) => {
        const text = editState(JSON.stringify(before, undefined, indent), after)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(after)))
      }),
    )
  })

  it('changes no byte when nothing changes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 2), (state, indent) => {
        const text = JSON.stringify(state, undefined, indent)
        expect(editState(text, stateOf(text))).toBe(text)
      }),
    )
  })
})

describe('newState', () => {
  it('is indented JSON with a final line end', () => {
    expect(newState({ taskIndex: 0 })).toBe('{\n  "taskIndex": 0\n}\n')
  })
})
