import { fixAll, fixesFor } from '#core/features/fixes/fixesFor'
import type { Fix } from '#core/features/fixes/fix'
import { sourceText } from '#core/features/fixes/sourceText'
import type { RefactorContext, Refactoring } from '#core/features/refactor/refactoring'
import { refactorings } from '#core/features/refactor/refactorings'
import { overlaps } from '#core/rules/order'
import type { BreakAt } from '#core/plan/plan'
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
} from 'vscode-languageserver/node'
import { toDiagnostic } from '../diagnostic'
import { siblingUri } from '../siblingUri'
import type { RuleLink } from '../rulePage'
import type { Neighbour } from './beside'
import type { FeatureContext } from './context'

/** Fix-all of this server alone, so that an editor can run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.parallelTasks`

/** Kinds of refactorings, as the protocol calls them. */
export const refactorKinds = { rewrite: CodeActionKind.RefactorRewrite, move: 'refactor.move' } as const

/** How actions are made. */
export interface ActionOptions {
  readonly breakAt: BreakAt
  readonly linkOf: RuleLink
  /** Whether refactorings that cannot be done are offered, too, with the reason. */
  readonly disabled: boolean
}

/** Quick fixes of the problems in a range, "fix all" for the safe ones of the document, and refactorings where asked for. */
export function codeActions(
  { spec }: FeatureContext,
  { range, context }: CodeActionParams,
  { breakAt, linkOf, disabled }: ActionOptions,
): CodeAction[] {
  const { document, plan, problems, surroundings, check } = spec.analysis
  const source: RefactorContext = {
    document,
    plan,
    breakAt,
    source: sourceText(document.text),
    stateText: surroundings.stateText,
    check,
  }
  const quickFixes = problems
    .filter((problem) => isWanted(context, CodeActionKind.QuickFix) && overlaps(problem.range, range))
    .flatMap((problem) =>
      fixesFor(source, problem).map((fix) => ({
        ...fixAction(spec.uri, fix, CodeActionKind.QuickFix),
        diagnostics: [toDiagnostic(spec.uri, problem, linkOf)],
      })),
    )
  const all = isWanted(context, fixAllKind) ? fixAll(source, problems) : undefined
  const changes = asksForRefactorings(context) ? refactorings(source, range) : []
  return [
    ...quickFixes,
    ...(all === undefined ? [] : [fixAction(spec.uri, all, fixAllKind)]),
    ...changes
      .filter(({ kind, refused }) => isWanted(context, refactorKinds[kind]) && (disabled || refused === undefined))
      .map((change) => refactorAction(spec.uri, change)),
  ]
}

/** Quick fixes of a state file at a range of it. */
export function stateActions({ spec, text }: Neighbour, { range, context }: CodeActionParams): CodeAction[] {
  if (!isWanted(context, CodeActionKind.QuickFix)) return []
  const { document, plan, problems } = spec.analysis
  const source = { document, plan, breakAt: 'never' as const, source: sourceText(document.text), stateText: text }
  return problems
    .flatMap((problem) => fixesFor(source, problem))
    .filter(({ file, edits }) => file !== undefined && edits.some((edit) => overlaps(edit.range, range)))
    .map((fix) => fixAction(spec.uri, fix, CodeActionKind.QuickFix))
}

function isWanted({ only }: CodeActionContext, kind: string): boolean {
  return only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? true
}

/** A lamp on every line that the cursor passes would be a nuisance. */
function asksForRefactorings({ only, triggerKind }: CodeActionContext): boolean {
  return only !== undefined || triggerKind === CodeActionTriggerKind.Invoked
}

function fixAction(uri: string, { title, edits, file, preferred }: Fix, kind: string): CodeAction {
  const target = file === undefined ? uri : siblingUri(uri, file)
  return {
    title,
    kind,
    edit: { changes: { [target]: edits.map((edit) => ({ ...edit })) } },
    ...(preferred === undefined ? {} : { isPreferred: preferred }),
  }
}

function refactorAction(uri: string, { title, kind, edits, refused }: Refactoring): CodeAction {
  const action = { title, kind: refactorKinds[kind] }
  if (refused !== undefined) return { ...action, disabled: { reason: refused } }
  return { ...action, edit: { changes: { [uri]: edits.map((edit) => ({ ...edit })) } } }
}
