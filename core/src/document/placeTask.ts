import type { DialectRules } from '../dialects/dialect'
import { meaningOf } from './markers'
import type { RawTask } from './rawTask'
import { shiftFields, shiftPlaced, shiftRange } from './shift'
import type { Label, Marker, Task, TaskFields } from './tasksDocument'

/** What a box gets from the document around it. */
export interface Place {
  readonly index: number
  readonly phase: number | null
  readonly parent: number | null
  readonly container: boolean
  /** Lines that the box has moved down since it was read. */
  readonly shift: number
}

/** Makes a task of a box, with its place in the document and what its tokens mean in the dialect. */
export function placeTask(box: RawTask, rules: DialectRules, place: Place): Task {
  const { markers, labels } = sortTokens(box, rules, place.shift)
  const marked = markers.some((marker) => marker.kind === 'P')
  const verification = markers.some((marker) => marker.kind === 'VERIFY')
  const sequential = markers.some((marker) => marker.kind === 'SEQUENTIAL')
  const task = {
    index: place.index,
    id: box.id,
    title: box.title,
    state: box.state,
    line: box.line + place.shift,
    range: shiftRange(box.range, place.shift),
    checkbox: shiftRange(box.checkbox, place.shift),
    idRange: box.idRange === null ? null : shiftRange(box.idRange, place.shift),
    titleRange: shiftRange(box.titleRange, place.shift),
    markers,
    labels,
    parallel: marked && !verification && !sequential && !place.container,
    override: !marked ? null : verification ? ('VERIFY' as const) : sequential ? ('SEQUENTIAL' as const) : null,
    verification,
    container: place.container,
    parent: place.parent,
    phase: place.phase,
  }
  return place.shift === 0 ? { ...task, fields: fieldsOf(box, rules) } : withLateFields(task, box, rules, place.shift)
}

/** Most tasks that moved are never asked for their fields, so these move only when they are. */
function withLateFields(task: Omit<Task, 'fields'>, box: RawTask, rules: DialectRules, shift: number): Task {
  let fields: TaskFields | undefined
  return {
    ...task,
    get fields() {
      fields ??= shiftFields(fieldsOf(box, rules), shift)
      return fields
    },
  }
}

function sortTokens(
  box: RawTask,
  rules: DialectRules,
  shift: number,
): { readonly markers: readonly Marker[]; readonly labels: readonly Label[] } {
  const markers: Marker[] = []
  const labels: Label[] = []
  for (const token of box.tokens) {
    const meaning = meaningOf(token, rules)
    const { text, range } = shiftPlaced(token, shift)
    if (meaning === 'label' || meaning === 'malformed') labels.push({ text, range })
    else markers.push({ kind: meaning, text, range, misplaced: token.place !== 'after-id' })
  }
  return { markers, labels }
}

function fieldsOf(box: RawTask, rules: DialectRules): TaskFields {
  if (!rules.pathsInTitle || box.titleFiles.length === 0 || box.fields.filesField !== null) return box.fields
  return { ...box.fields, files: box.titleFiles }
}
