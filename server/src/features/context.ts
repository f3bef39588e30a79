import type { RunSummary } from '#core/wire/messages'
import type { Spec } from '../specs'

/** What a feature gets beside its own parameters. */
export interface FeatureContext {
  readonly spec: Spec
  /** The newest run of the spec, as the client last told it. */
  readonly run: RunSummary | null
}
