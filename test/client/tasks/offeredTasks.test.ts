import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../../client/src/tasks/definition'
import { offeredTasks } from '../../../client/src/tasks/offeredTasks'
import { demoSpec, group, task } from '../outlineFixture'

describe('the tasks that a spec offers', () => {
  it('are its groups, what is left, and its check', () => {
    expect(offeredTasks(demoSpec(), 'specs/demo')).toEqual([
      {
        name: 'demo: group 1.2–1.3',
        detail: '2 of 2 open, side by side: 1.2 Create b · 1.3 Create c',
        definition: { type: 'parallel-tasks', spec: 'specs/demo', group: '1.2' },
      },
      {
        name: 'demo: all remaining tasks',
        detail: '3 tasks are open',
        definition: { type: 'parallel-tasks', spec: 'specs/demo', all: true },
      },
      {
        name: 'demo: lint',
        detail: 'Checks the spec and prints its problems',
        definition: { type: 'parallel-tasks', spec: 'specs/demo', command: 'lint' },
      },
    ])
  })

  it('name a group by its index when its first id is not its alone', () => {
    const twice = group(task(4, '1.1', 'Again'), task(5, '1.2', 'More'))
    const alike = demoSpec({ phases: [{ title: null, line: 0, nodes: [task(0, '1.1', 'First'), twice] }] })
    expect(offeredTasks(alike, 'specs/demo')[0]?.definition).toMatchObject({ group: '#4' })
  })

  it('can all be carried out', () => {
    expect(offeredTasks(demoSpec(), 'specs/demo').map(({ definition }) => readDefinition(definition).ok)).toEqual([
      true,
      true,
      true,
    ])
  })
})
