import type { ExecutorDefinition } from '#core/generated/executors'

/** An executor that ships with the program: an agent's command line, as data. */
export interface Preset {
  readonly name: string
  /** The product's name, for people. */
  readonly title: string
  readonly definition: ExecutorDefinition
}
