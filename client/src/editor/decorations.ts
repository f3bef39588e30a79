import type { TextEditor, TextEditorDecorationType } from 'vscode'
import { DecorationRangeBehavior, OverviewRulerLane, Range, ThemeColor, Uri, window } from 'vscode'
import { coalesce } from '../platform/coalesce'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import { onSettingChange } from '../platform/settingChanges'
import { showsGroupBorders, showsGutterIcons } from '../platform/settings'
import type { RunStore } from '../runs/runStore'
import type { SpecStore } from '../specs/specStore'
import type { Mark } from './taskMarks'
import { groupLines, marks, marksOf } from './taskMarks'

/** Colours on the overview ruler; what waits or was stopped is not told there. */
const rulerColours: Readonly<Partial<Record<Mark, string>>> = {
  running: 'charts.blue',
  success: 'testing.iconPassed',
  failed: 'charts.red',
  interrupted: 'charts.orange',
}

/** Shows the state of tasks in the margin of their documents, and a line beside each parallel group. */
export function decorateTasks(specs: SpecStore, runs: RunStore, media: Uri): Disposable {
  const owned = createDisposableStore()
  const icons = marks.map((mark) => ({ mark, type: owned.add(iconType(mark, media)) }))
  const border = owned.add(borderType())

  const decorate = (editor: TextEditor): void => {
    const { uri, lineCount } = editor.document
    const spec = specs.get(uri.toString())
    // The outline may be of a text that was longer a moment ago.
    const line = (at: number): number => Math.min(at, lineCount - 1)
    const found = spec && showsGutterIcons() ? marksOf(spec, runs.get(uri.fsPath)) : undefined
    for (const { mark, type } of icons)
      editor.setDecorations(
        type,
        (found?.get(mark) ?? []).map((at) => new Range(line(at), 0, line(at), 0)),
      )
    const groups = spec && showsGroupBorders() ? groupLines(spec) : []
    editor.setDecorations(
      border,
      groups.map(({ first, last }) => new Range(line(first), 0, line(last), 0)),
    )
  }
  const update = owned.add(coalesce(() => window.visibleTextEditors.forEach(decorate), 100))
  const request = (): void => update.request()
  owned.add(specs.onDidChange(request))
  owned.add(runs.onDidChange(request))
  owned.add(window.onDidChangeVisibleTextEditors(request))
  owned.add(onSettingChange(['editor.gutterIcons', 'editor.groupBorders'], request))
  return owned
}

function iconType(mark: Mark, media: Uri): TextEditorDecorationType {
  const icon = (theme: 'light' | 'dark'): Uri => Uri.joinPath(media, 'gutter', `${mark}-${theme}.svg`)
  const colour = rulerColours[mark]
  return window.createTextEditorDecorationType({
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
    gutterIconSize: '80%',
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    ...(colour === undefined
      ? {}
      : { overviewRulerColor: new ThemeColor(colour), overviewRulerLane: OverviewRulerLane.Center }),
  })
}

function borderType(): TextEditorDecorationType {
  const colour = new ThemeColor('parallelTasks.groupBorder')
  return window.createTextEditorDecorationType({
    isWholeLine: true,
    borderStyle: 'solid',
    borderWidth: '0 0 0 2px',
    borderColor: colour,
    overviewRulerColor: colour,
    overviewRulerLane: OverviewRulerLane.Left,
  })
}
