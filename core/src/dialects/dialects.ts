import type { Dialect } from '../document/tasksDocument'
import { agentOs } from './agentOs'
import { ccSdd } from './ccSdd'
import type { DialectRules } from './dialect'
import { generic } from './generic'
import { headingTasks } from './headingTasks'
import { kiro } from './kiro'
import { openspec } from './openspec'
import { sddCompanion } from './sddCompanion'
import { smartRalph } from './smartRalph'
import { specKit } from './specKit'
import { specWorkflow } from './specWorkflow'

/** The rules of every dialect by its name. */
export const dialects: Readonly<Record<Dialect, DialectRules>> = {
  'smart-ralph': smartRalph,
  'spec-kit': specKit,
  'sdd-companion': sddCompanion,
  kiro,
  'cc-sdd': ccSdd,
  openspec,
  'spec-workflow': specWorkflow,
  'agent-os': agentOs,
  'heading-tasks': headingTasks,
  generic,
}
