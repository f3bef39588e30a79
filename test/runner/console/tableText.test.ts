import { describe, expect, it } from 'vitest'
import type { EventBody } from '#core/run/event'
import { foldRun } from '#core/run/fold'
import { paintFor } from '../../../runner/src/console/paint'
import { tableText, type TableView } from '../../../runner/src/console/tableText'
import { batch, ended, runEvents, started } from './events'

const view: TableView = {
  columns: 80,
  rows: 24,
  note: '',
  frame: 0,
  now: Date.parse('2026-01-01T00:01:00Z'),
  lastLine: () => 'compiling',
}
const plain = paintFor(false, {})
const width = (line: string): number => Array.from(line).length

function table(events: EventBody[], more: Partial<TableView> = {}): string[] {
  const state = foldRun(runEvents(...events))
  if (state === undefined) throw new Error('no run')
  return tableText(state, { ...view, ...more }, plain).split('\n')
}

describe('tableText', () => {
  it('shows one row a task with state, id, title, time and its last line, and a footer', () => {
    const lines = table([
      batch(3),
      started(0),
      started(1),
      ended(0, 'success'),
      ended(1, 'failed', 'It exited with code 7.'),
    ])
    expect(lines).toEqual([
      '┌───┬──────┬──────────┬──────────┬─────────────────────────────────────────────┐',
      '│   │ Task │ Title    │ Time     │ Output                                      │',
      '├───┼──────┼──────────┼──────────┼─────────────────────────────────────────────┤',
      '│ ✓ │ 1.0  │ Task 0   │ 1.5s     │ compiling                                   │',
      '│ ✗ │ 1.1  │ Task 1   │ 1.5s     │ It exited with code 7.                      │',
      '│ · │ 1.2  │ Task 2   │          │ waiting                                     │',
      '└───┴──────┴──────────┴──────────┴─────────────────────────────────────────────┘',
      '  1 done · 1 failed · 1 waiting · 1m 00s',
      '  shell · run-1 · Ctrl+C cancels',
    ])
  })

  it.each([40, 60, 80, 120, 200])('never is wider than a terminal of %i columns', (columns) => {
    const long = 'a title that goes on and on '.repeat(10)
    const lines = table([batch(3, long), started(0), started(1), ended(1, 'failed', long)], {
      columns,
      lastLine: () => long,
    })
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns)
  })

  it.each([6, 10, 24])(
    'never is higher than a terminal of %i rows, and keeps what runs and what failed in sight',
    (rows) => {
      const events: EventBody[] = [
        batch(200),
        ...Array.from({ length: 100 }, (_, at) => [started(at), ended(at, 'success')]).flat(),
        started(150),
        ended(150, 'failed', 'No.'),
        started(199),
      ]
      const lines = table(events, { rows })
      expect(lines.length).toBeLessThanOrEqual(rows + 2)
      const text = lines.join('\n')
      expect(text).toContain('1.199')
      if (rows > 8) expect(text).toContain('1.150')
      expect(text).toMatch(/… and \d+ more/)
    },
  )

  it('shows the note of an ending run in place of the help', () => {
    const lines = table([batch(1), started(0)], { note: 'Ending …' })
    expect(lines.at(-1)).toBe('  Ending …')
  })

  it('lets nothing of a title or an output reach the terminal as a command', () => {
    const lines = table([batch(1, '\u001B[2Jgone\u0007'), started(0)], { lastLine: () => 'fine' })
    expect(lines.join('\n')).not.toMatch(/[^\P{Cc}\n]/u)
  })
})
