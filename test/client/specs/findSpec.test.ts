import { describe, expect, it } from 'vitest'
import { findSpec } from '../../../client/src/specs/findSpec'
import { demoSpec } from '../outlineFixture'

const demo = demoSpec()
const other = demoSpec({ uri: 'file:///w/specs/other/tasks.md', name: 'other' })
const twin = demoSpec({ uri: 'file:///v/demo/tasks.md' })
const places = { bases: ['/w'], fileOf: ({ uri }: { readonly uri: string }) => uri.replace('file://', '') }

describe('a spec that is named', () => {
  it.each(['specs/demo', './specs/demo/', 'specs/demo/tasks.md', '/w/specs/demo', '/w/specs/demo/tasks.md', 'demo'])(
    'is found by %s',
    (name) => expect(findSpec([other, demo], name, places)).toBe(demo),
  )

  it('need not be named when it is the only one', () => {
    expect(findSpec([demo], undefined, places)).toBe(demo)
    expect(() => findSpec([demo, other], undefined, places)).toThrow('Name one of them: demo, other.')
  })

  it('is refused when it is not there, or its bare name means two', () => {
    expect(() => findSpec([demo, other], 'specs/nowhere', places)).toThrow('There is no spec "specs/nowhere" here.')
    expect(() => findSpec([demo, twin], 'demo', places)).toThrow('There is no spec "demo" here.')
    expect(() => findSpec([], 'demo', places)).toThrow('There is no spec here.')
  })
})
