import type { TasksDocument } from '#core/document/tasksDocument'
import { planGroups } from '#core/plan/groups'
import type { BreakAt, Plan } from '#core/plan/plan'
import { sameShape } from '#core/rules/sameShape'

/** Gives the plan of each version of a document; the very same one while the shape of the document stays the same. */
export type PlanKeeper = (document: TasksDocument, breakAt: BreakAt) => Plan

/** Makes a keeper for one document. */
export function createPlanKeeper(): PlanKeeper {
  let last: { readonly document: TasksDocument; readonly breakAt: BreakAt; readonly plan: Plan } | undefined
  return (document, breakAt) => {
    const same = last?.breakAt === breakAt && sameShape(last.document, document)
    const plan = last !== undefined && same ? last.plan : planGroups(document, breakAt)
    last = { document, breakAt, plan }
    return plan
  }
}
