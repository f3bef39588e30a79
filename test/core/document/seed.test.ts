import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { planGroups } from '#core/plan/groups'

const root = join(import.meta.dirname, '..', '..', '..')
const seed = join(root, '..', 'shared', 'SEED.md')
const fixture = join(root, 'test', 'fixtures', 'documents', 'smart-ralph.notes.md')

/** Ids of all tasks, and of those in each parallel group. */
function plan(file: string): { readonly all: readonly string[]; readonly groups: readonly (readonly string[])[] } {
  const document = parseTasksDocument(readFileSync(file, 'utf8'))
  const id = (index: number): string => document.tasks[index]?.id ?? '-'
  const groups = planGroups(document, 'heading').groups.filter((group) => group.isParallel)
  return { all: document.tasks.map((task) => id(task.index)), groups: groups.map((group) => group.taskIndices.map(id)) }
}

if (existsSync(seed)) {
  describe('the seed document', () => {
    test('has 24 tasks and one parallel group, 1.2 with 1.3', () => {
      const { all, groups } = plan(seed)
      expect(all).toHaveLength(24)
      expect(groups).toEqual([['1.2', '1.3']])
    })

    test('2.2, which only speaks of [P], is not parallel', () => {
      const document = parseTasksDocument(readFileSync(seed, 'utf8'))
      expect(document.dialect).toBe('smart-ralph')
      expect(document.tasks.find((task) => task.id === '2.2')?.parallel).toBe(false)
    })

    test('runs a command for each task that gives one, and nothing for prose', () => {
      const document = parseTasksDocument(readFileSync(seed, 'utf8'))
      const prose = document.tasks.filter((task) => task.fields.verify?.commands.length === 0).map((task) => task.id)
      expect(prose).toEqual(['2.2', '2.5', '3.1', '3.2', '3.3', '4.2', '4.5'])
      expect(document.tasks.every((task) => (task.fields.verify?.commands.length ?? 0) < 2)).toBe(true)
    })
  })
} else {
  test(`the seed document is not there (${seed}), so a fixture stands in`, () => {
    expect(plan(fixture)).toEqual({ all: ['1.1', '1.2', '1.3', '1.4', '1.5'], groups: [['1.2', '1.3']] })
  })
}
