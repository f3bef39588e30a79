import type { Problem } from '../../rules/problem'
import { fixDuplicateId } from './duplicateId'
import { fixFileOverlap } from './fileOverlap'
import type { Fix, FixContext, FixMaker } from './fix'
import { fixGroupTooLarge } from './groupTooLarge'
import { fixMalformedCheckbox } from './malformedCheckbox'
import {
  fixLoneParallel,
  fixMalformedMarker,
  fixMarkerOverride,
  fixMisplacedMarker,
  fixParallelVerify,
} from './markers'
import { fixMissingField } from './missingField'
import { makeSequential } from './sequential'
import { fixStateMismatch } from './stateMismatch'

const makers: Readonly<Record<string, FixMaker>> = {
  'duplicate-id': fixDuplicateId,
  'explicit-dependency': makeSequential,
  'file-overlap': fixFileOverlap,
  'group-too-large': fixGroupTooLarge,
  'lone-parallel': fixLoneParallel,
  'malformed-checkbox': fixMalformedCheckbox,
  'malformed-marker': fixMalformedMarker,
  'marker-override': fixMarkerOverride,
  'misplaced-marker': fixMisplacedMarker,
  'missing-field': fixMissingField,
  'output-dependency': makeSequential,
  'parallel-verify': fixParallelVerify,
  'shared-config': makeSequential,
  'state-mismatch': fixStateMismatch,
}

/** Codes whose fixes change no meaning that a person would want to decide on, so that all may be made at once. */
const safe: readonly string[] = ['malformed-checkbox', 'malformed-marker', 'misplaced-marker']

/** The fixes of one problem; none when its rule has none or the text no longer fits. */
export function fixesFor(context: FixContext, problem: Problem): readonly Fix[] {
  return makers[problem.code]?.(context, problem) ?? []
}

/** Every safe fix of a document in one, each line once; undefined when there is nothing to fix. */
export function fixAll(context: FixContext, problems: readonly Problem[]): Fix | undefined {
  const lines = new Set<number>()
  const edits = problems.flatMap((problem) => {
    const [fix] = safe.includes(problem.code) ? fixesFor(context, problem) : []
    const line = problem.range.start.line
    if (fix?.preferred !== true || lines.has(line)) return []
    lines.add(line)
    return fix.edits
  })
  return edits.length === 0 ? undefined : { title: 'Fix all markers and checkboxes', edits }
}

/** Codes that have a fix, sorted. */
export const fixableCodes: readonly string[] = Object.keys(makers)
