import { join } from 'node:path'
import * as l10n from '@vscode/l10n'
import type { Position, TextDocument } from 'vscode'
import { Hover, MarkdownString, languages } from 'vscode'
import type { TaskRunState } from '#core/run/runState'
import type { Disposable } from '../platform/disposables'
import type { RunStore } from '../runs/runStore'
import type { RunView } from '../runs/runView'
import { taskOnLine } from '../specs/outlineQueries'
import type { SpecStore } from '../specs/specStore'
import { runTaskFor } from '../specs/taskStatus'
import { createLogTail } from '../terminals/logTail'
import type { Renderer } from '../terminals/renderer'
import { lastLines } from './lastLines'

/** How much of a log's end is read for a hover, in bytes, and what is shown of it. */
const tailBytes = 16_000
const shownLines = 10
const shownWidth = 120

/** What the hover is made from. */
export interface LogHoverOptions {
  readonly specs: SpecStore
  readonly runs: RunStore
  readonly rendererFor: (view: RunView) => () => Renderer
}

/** Adds the end of a task's newest log to the hover of its line, with the ways to see more. */
export function offerLogHover(options: LogHoverOptions): Disposable {
  return languages.registerHoverProvider(
    { scheme: 'file', language: 'markdown' },
    { provideHover: (document, position) => hoverOf(options, document, position) },
  )
}

async function hoverOf(
  { specs, runs, rendererFor }: LogHoverOptions,
  document: TextDocument,
  position: Position,
): Promise<Hover | undefined> {
  const spec = specs.get(document.uri.toString())
  const task = spec && taskOnLine(spec, position.line)
  if (spec === undefined || task?.line !== position.line) return undefined
  const view = runs.get(document.uri.fsPath)
  const run = runTaskFor(task, view)
  const attempt = run?.attempts.at(-1)
  if (view === undefined || run === undefined || attempt === undefined) return undefined
  const renderer = rendererFor(view)()
  const { text } = await createLogTail(join(view.folder, attempt.log), tailBytes).read()
  const lines = lastLines(renderer.push(text) + renderer.end(), shownLines, shownWidth)
  return new Hover(markdown(spec.uri, task.index, run, lines))
}

function markdown(uri: string, index: number, run: TaskRunState, lines: readonly string[]): MarkdownString {
  const commands = [
    [l10n.t('Show log'), 'parallelTasks.openLog'],
    [l10n.t('Show terminal'), 'parallelTasks.showTaskTerminal'],
    ...(run.commit === null ? [] : [[l10n.t('Show diff'), 'parallelTasks.showTaskDiff']]),
  ] as const
  const text = new MarkdownString()
  // Only these commands can be reached from the hover, whatever the log says.
  text.isTrusted = { enabledCommands: commands.map(([, id]) => id ?? '') }
  text.appendMarkdown(heading(run.attempts.length, lines.length > 0))
  // A code block shows what it is given; a fence in the log cannot end it, since the block's own is made longer.
  if (lines.length > 0) text.appendCodeblock(lines.join('\n'), 'text')
  const args = encodeURIComponent(JSON.stringify([uri, index]))
  text.appendMarkdown(`\n\n${commands.map(([title, id]) => `[${title}](command:${id}?${args})`).join(' · ')}`)
  return text
}

function heading(attempt: number, hasLines: boolean): string {
  if (attempt > 1)
    return hasLines
      ? l10n.t('Last lines of the log of attempt {0}:', attempt)
      : l10n.t('Nothing in the log of attempt {0} yet.', attempt)
  return hasLines ? l10n.t('Last lines of the log:') : l10n.t('Nothing in the log yet.')
}
