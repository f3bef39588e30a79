import { dependencyCycle } from './dependencyCycle'
import { duplicateId } from './duplicateId'
import { explicitDependency } from './explicitDependency'
import { fileOverlap } from './fileOverlap'
import { groupSplit } from './groupSplit'
import { groupTooLarge } from './groupTooLarge'
import { headingTasks } from './headingTasks'
import { idOrder } from './idOrder'
import { invalidStateFile } from './invalidStateFile'
import { loneParallel } from './loneParallel'
import { malformedCheckbox } from './malformedCheckbox'
import { malformedMarker } from './malformedMarker'
import { markerOverride } from './markerOverride'
import { mentionMarker } from './mentionMarker'
import { misplacedMarker } from './misplacedMarker'
import { missingField } from './missingField'
import { outputDependency } from './outputDependency'
import { parallelVerify } from './parallelVerify'
import { phaseMismatch } from './phaseMismatch'
import { proseVerify } from './proseVerify'
import type { Rule } from './rule'
import { sharedConfig } from './sharedConfig'
import { stateMismatch } from './stateMismatch'
import { unclosedFence } from './unclosedFence'
import { unknownDependency } from './unknownDependency'
import { unresolvedRequirement } from './unresolvedRequirement'
import { unsafePath } from './unsafePath'

/** Every rule, by severity, in the order in which `docs/rules.md` lists them. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [
  duplicateId,
  malformedCheckbox,
  unclosedFence,
  invalidStateFile,
  unsafePath,
  fileOverlap,
  sharedConfig,
  outputDependency,
  explicitDependency,
  unknownDependency,
  dependencyCycle,
  markerOverride,
  misplacedMarker,
  malformedMarker,
  parallelVerify,
  missingField,
  unresolvedRequirement,
  stateMismatch,
  headingTasks,
  loneParallel,
  groupTooLarge,
  groupSplit,
  phaseMismatch,
  idOrder,
  proseVerify,
  mentionMarker,
]

/** The rule of a code, or undefined. */
export function ruleOf(code: string): Rule | undefined {
  return rules.find((rule) => rule.code === code)
}
