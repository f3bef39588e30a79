import type { RawHeading } from './reading'
import type { Heading } from './tasksDocument'

const PHASE =
  /^(?:phase|fase|stage|milestone|wave|sprint|epic|etapa|フェーズ|ステージ|阶段|階段|단계|этап)(?=$|[\s\d:：.(])/iu

/**
 * Tells whether a heading is a phase: any heading of the first two levels is, save a title at the very top
 * (`first`), and any heading that calls itself a phase.
 */
export function placeHeading(heading: RawHeading, first: boolean): Heading {
  const { depth, text } = heading
  const title = first && depth === 1
  return {
    depth,
    text,
    line: heading.line,
    range: heading.range,
    isPhase: PHASE.test(text) || (depth <= 2 && !title),
  }
}
