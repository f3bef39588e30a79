import * as l10n from '@vscode/l10n'
import { window } from 'vscode'
import type { PhaseOutline, SpecOutline } from '#core/wire/messages'
import { unlinked } from '#core/text/unlinked'
import { isOpen, phaseOnLine, tasksOfPhase } from '../specs/outlineQueries'
import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'
import { nodeOf, numberOf } from './rawArguments'

/** The phase that a command is for. */
export interface PhaseTarget {
  readonly spec: SpecOutline
  /** 0-based line of the phase's heading. */
  readonly line: number
}

/** Finds the phase a command is for: its arguments, the cursor, else the person is asked among the open ones. */
export async function pickPhase(context: CommandContext, raw: readonly unknown[]): Promise<PhaseTarget | undefined> {
  const spec = await pickSpec(context, raw)
  if (spec === undefined) return undefined
  const node = nodeOf(raw[0])
  const line = numberOf(raw[1]) ?? (node?.kind === 'phase' ? spec.phases[node.at]?.line : undefined)
  if (line !== undefined) return { spec, line }
  const phase = underCursor(spec) ?? (await ask(spec))
  return phase === undefined ? undefined : { spec, line: phase.line }
}

function underCursor(spec: SpecOutline): PhaseOutline | undefined {
  const editor = window.activeTextEditor
  if (editor?.document.uri.toString() !== spec.uri) return undefined
  const phase = phaseOnLine(spec, editor.selection.active.line)
  return phase !== undefined && tasksOfPhase(phase).some(isOpen) ? phase : undefined
}

async function ask(spec: SpecOutline): Promise<PhaseOutline | undefined> {
  const phases = spec.phases.filter((phase) => phase.title !== null && tasksOfPhase(phase).some(isOpen))
  if (phases.length === 0) {
    void window.showInformationMessage(unlinked(l10n.t('{0} has no phase with open tasks.', spec.name)))
    return undefined
  }
  const picked = await window.showQuickPick(
    phases.map((phase) => ({
      label: phase.title ?? '',
      description: l10n.t('{0} open', tasksOfPhase(phase).filter(isOpen).length),
      phase,
    })),
    { title: spec.name, placeHolder: l10n.t('Choose a phase') },
  )
  return picked?.phase
}
