import type { DesignHeading } from './design'
import type { Requirements } from './requirements'

/** What the files beside a tasks document define and its tasks refer to. */
export interface References {
  readonly requirements: Requirements | undefined
  /** Headings of design.md. */
  readonly design: readonly DesignHeading[]
}
