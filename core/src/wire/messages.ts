import type { Severity } from '../rules/problem'
import type { TaskState } from '../document/tasksDocument'
import type { TaskRunStatus } from '../run/runState'

/** A task as the tree shows it. Lines are 0-based. */
export interface TaskOutline {
  readonly kind: 'task'
  readonly index: number
  readonly id: string | null
  readonly title: string
  readonly state: TaskState
  readonly line: number
  readonly endLine: number
  readonly markers: readonly string[]
  readonly container: boolean
  /** What Verify runs; empty when there is nothing to run. */
  readonly verify: readonly string[]
}

/** A parallel group as the tree shows it. */
export interface GroupOutline {
  readonly kind: 'group'
  readonly startIndex: number
  readonly endIndex: number
  readonly tasks: readonly TaskOutline[]
  /** Why the group cannot run as it stands (file overlap, unsafe path), or null. */
  readonly blocked: string | null
}

/** A phase of a spec, with what stands below its heading. */
export interface PhaseOutline {
  /** null for tasks above the first heading. */
  readonly title: string | null
  readonly line: number
  readonly nodes: readonly (GroupOutline | TaskOutline)[]
}

/** A spec as the tree shows it. */
export interface SpecOutline {
  /** URI of the tasks document. */
  readonly uri: string
  /** Name of the spec's folder. */
  readonly name: string
  readonly dialect: string
  readonly phases: readonly PhaseOutline[]
  readonly total: number
  readonly done: number
  readonly problems: Readonly<Record<Severity, number>>
}

/** What the server needs to know of a run to draw lenses, hovers and hints. */
export interface RunSummary {
  readonly runId: string
  readonly live: boolean
  readonly outcome: 'success' | 'failed' | 'cancelled' | 'interrupted' | null
  readonly tasks: readonly {
    readonly index: number
    readonly id: string | null
    readonly title: string
    readonly status: TaskRunStatus
    readonly attempt: number
    readonly reason: string | null
    readonly durationMs: number | null
    /** The commit that holds its work, if there is one. */
    readonly commit?: string | null
  }[]
}

/** Requests from the client to the server: parameters and result by method. */
export interface ClientRequests {
  /** Every spec the server knows, sorted by URI, without reading what it has not read yet twice. */
  'parallelTasks/specs': { params: Record<string, never>; result: readonly SpecOutline[] }
  /** One spec, or null when the document is unknown. */
  'parallelTasks/outline': { params: { readonly uri: string }; result: SpecOutline | null }
}

/** Notifications from the client to the server. */
export interface ClientNotifications {
  /** The newest run of a spec changed; null when there is none any more. */
  'parallelTasks/runChanged': { readonly uri: string; readonly run: RunSummary | null }
}

/** Notifications from the server to the client. */
export interface ServerNotifications {
  /** Specs whose outline changed, or that came or went. */
  'parallelTasks/specsChanged': { readonly uris: readonly string[] }
}

/** The method of a request from the client. */
export type RequestMethod = keyof ClientRequests

/** The method names, so that no string of them stands elsewhere. */
export const methods = {
  specs: 'parallelTasks/specs',
  outline: 'parallelTasks/outline',
  runChanged: 'parallelTasks/runChanged',
  specsChanged: 'parallelTasks/specsChanged',
} as const
