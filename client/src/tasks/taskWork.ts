import { relative } from 'node:path'
import { Uri } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import { UserError } from '../platform/userError'
import { beginRun, type RunStarter } from '../runs/beginRun'
import type { Controls } from '../runs/controls'
import { untilOver } from '../runs/untilOver'
import { findSpec } from '../specs/findSpec'
import type { SpecStore } from '../specs/specStore'
import type { TaskWish } from './definition'
import type { RunOutputOptions } from './runOutput'
import type { TaskWork } from './runTerminal'

/** What tasks are carried out with. */
export interface TaskServices extends RunStarter {
  readonly specs: SpecStore
  readonly controls: Controls
  /** Starts the server when it is not there yet, and resolves when the specs are known. */
  readonly ready: () => Promise<void>
  readonly renderer: RunOutputOptions['renderer']
  readonly onError: (error: unknown) => void
}

/** The run that a task asks for, with paths relative to `base`. A spec that is not there is told in the terminal. */
export async function workFor(services: TaskServices, wish: TaskWish, base: string): Promise<TaskWork> {
  await services.ready()
  const fileOf = (spec: SpecOutline): string => Uri.parse(spec.uri).fsPath
  try {
    const spec = findSpec(services.specs.all(), wish.spec, { bases: [base], fileOf })
    return {
      ...work(services),
      name: spec.name,
      shown: relative(base, fileOf(spec)).replaceAll('\\', '/'),
      begin: () => beginRun(services, Uri.parse(spec.uri), wish.flags),
    }
  } catch (error) {
    if (error instanceof UserError) return refusal(services, error.message)
    throw error
  }
}

/** A task that only tells why it does not run. */
export function refusal(services: TaskServices, message: string): TaskWork {
  return { ...work(services), name: '', shown: '', begin: () => Promise.reject(new UserError(message)) }
}

function work(services: TaskServices): Pick<TaskWork, 'untilOver' | 'cancel' | 'renderer' | 'onError'> {
  return {
    untilOver: (view, onChange) => untilOver(services.runs, view, onChange),
    cancel: (view) => services.controls.cancel(view.file, null),
    renderer: services.renderer,
    onError: services.onError,
  }
}
