import { expect, it } from 'vitest'
import { strandedTerminals } from '../../../client/src/terminals/strandedTerminals'
import { batchStarted, runStarted, stateAfter } from '../journalFixture'

const tasks = [...stateAfter(runStarted(), batchStarted).tasks.values()]

it("finds terminals of a run's tasks that are not of this host, in whatever state they were left", () => {
  const own = { name: '● 1.2 Create b' }
  const left = { name: '● 1.2 Create b' }
  const done = { name: '✓ 1.2 Create b' }
  expect(strandedTerminals([own, left, done], new Set([own]), tasks)).toEqual([left, done])
})

it("leaves other people's terminals alone", () => {
  const others = ['bash', '1.2 Create b', '● 1.2 Create b and more', '● 9.9 Create b', '* 1.2 Create b'].map(
    (name) => ({
      name,
    }),
  )
  expect(strandedTerminals(others, new Set(), tasks)).toEqual([])
})
