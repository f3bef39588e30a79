import type { TextEdit } from '../text/position'

/**
 * The runner's control socket: one JSON object a line, both ways.
 * A client asks with a `ControlRequest` and gets one `ControlReply` with the same `id`;
 * the runner asks a client that said `editor: true` in `attach` with an `EditorRequest`.
 */
export type ControlRequest =
  | { readonly id: number; readonly kind: 'attach'; readonly runId: string; readonly editor: boolean }
  /** Ends one task's whole process tree (by index), or the run (null). Replied to when it is gone. */
  | { readonly id: number; readonly kind: 'cancel'; readonly index: number | null }
  | { readonly id: number; readonly kind: 'setMaxConcurrent'; readonly value: number }
  | {
      readonly id: number
      readonly kind: 'editReply'
      readonly request: number
      readonly result: EditResult
      readonly text?: string
    }

/** The answer to a request with this number. */
export type ControlReply =
  | { readonly id: number; readonly ok: true }
  | { readonly id: number; readonly ok: false; readonly error: string }

/**
 * With `failed` the reply's `text` is what the document holds now, unsaved changes included: the runner
 * finds the places again in it and asks once more. `applied`: the editor holds the file open and has made the edits (saved when it was clean).
 */
export type EditResult = 'applied' | 'not-open' | 'failed'

/** Asks the editor to make an edit in a document that it may hold open; no reply in 5 s counts as `not-open`. */
export interface EditorRequest {
  readonly kind: 'edit'
  readonly request: number
  /** Absolute path of the file. */
  readonly file: string
  /** The text that is to stand in each range now; the editor refuses with `failed` when another does. */
  readonly expected: readonly string[]
  readonly edits: readonly TextEdit[]
}
