import type { DialectRules } from '../dialects/dialect'
import { meaningOf } from './markers'
import type { RawTask } from './rawTask'
import type { Label, Marker, Task, TaskFields } from './tasksDocument'

/** What a box gets from the document around it. */
export interface Place {
  readonly index: number
  readonly phase: number | null
  readonly parent: number | null
  readonly container: boolean
}

/** Makes a task of a box where it was read, with its place among the others and what its tokens mean in the dialect. */
export function placeTask(box: RawTask, rules: DialectRules, place: Place): Task {
  const { markers, labels } = sortTokens(box, rules)
  const marked = markers.some((marker) => marker.kind === 'P')
  const verification = markers.some((marker) => marker.kind === 'VERIFY')
  const sequential = markers.some((marker) => marker.kind === 'SEQUENTIAL')
  return {
    origin: {},
    index: place.index,
    id: box.id,
    title: box.title,
    state: box.state,
    line: box.line,
    range: box.range,
    checkbox: box.checkbox,
    idRange: box.idRange,
    titleRange: box.titleRange,
    markers,
    labels,
    parallel: marked && !verification && !sequential && !place.container,
    override: !marked ? null : verification ? 'VERIFY' : sequential ? 'SEQUENTIAL' : null,
    verification,
    dependent: box.fields.dependsOn.length > 0,
    container: place.container,
    parent: place.parent,
    phase: place.phase,
    fields: fieldsOf(box, rules),
  }
}

function sortTokens(
  box: RawTask,
  rules: DialectRules,
): { readonly markers: readonly Marker[]; readonly labels: readonly Label[] } {
  const markers: Marker[] = []
  const labels: Label[] = []
  for (const token of box.tokens) {
    const meaning = meaningOf(token, rules)
    const { text, range } = token
    if (meaning === 'label' || meaning === 'malformed') labels.push({ text, range })
    else markers.push({ kind: meaning, text, range, misplaced: token.place !== 'after-id' })
  }
  return { markers, labels }
}

function fieldsOf(box: RawTask, rules: DialectRules): TaskFields {
  if (!rules.pathsInTitle || box.titleFiles.length === 0 || box.fields.filesField !== null) return box.fields
  return { ...box.fields, files: box.titleFiles }
}
