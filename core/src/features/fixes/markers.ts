import type { Marker, Task } from '../../document/tasksDocument'
import { markerOf } from '../../rules/places'
import { batchFix } from './namedBatch'
import type { Fix, FixMaker } from './fix'
import { leftAlone, partsAround } from './leftAlone'
import { insert, type SourceText } from './sourceText'
import { taskOf } from './taskOf'

/** The misspelt marker is written as it should be; a batch that has a name gets `[P]` on each of its tasks. */
export const fixMalformedMarker: FixMaker = (context, { range, data }) => {
  const replacement = data?.['replacement']
  if (replacement === undefined) return batchFix(context, data?.['task'])
  if (typeof replacement !== 'string' || replacement === '[]') return []
  return [{ title: `Write ${replacement}`, edits: [{ range, newText: replacement }], preferred: true }]
}

/** The marker moves right behind the id, or to the start of the title where there is no id. */
export const fixMisplacedMarker: FixMaker = (context, problem) => {
  const task = taskOf(context, problem)
  const marker = task?.markers.find(({ range }) => range.start.character === problem.range.start.character)
  if (task === undefined || marker === undefined) return []
  return [{ ...moveBehindId(context.source, task, marker), preferred: true }]
}

/** One of the two markers goes. */
export const fixMarkerOverride: FixMaker = (context, problem) => {
  const task = taskOf(context, problem)
  if (task === undefined) return []
  return task.markers
    .filter(({ kind }) => kind === 'P' || kind === task.override)
    .map((marker) => ({ ...remove(context.source, marker), preferred: marker.kind === 'P' }))
}

/** The `[P]` that stands alone goes. */
export const fixLoneParallel: FixMaker = (context, problem) => {
  const task = taskOf(context, problem)
  const marker = task && markerOf(task, 'P')
  return marker === undefined ? [] : [{ ...remove(context.source, marker), preferred: true }]
}

/** `[VERIFY]` takes the place of `[P]`. */
export const fixParallelVerify: FixMaker = (context, problem) => {
  const task = taskOf(context, problem)
  const marker = task && markerOf(task, 'P')
  if (task === undefined || marker === undefined) return []
  const rest = leftAlone(context, partsAround(context, task))
  const edits = [{ range: marker.range, newText: '[VERIFY]' }, ...rest.edits]
  return [{ title: `Write [VERIFY] instead of [P]${rest.words}`, edits, preferred: true }]
}

function remove(source: SourceText, { range }: Marker): Fix {
  return { title: `Remove ${source.textOf(range)}`, edits: [source.without(range)] }
}

function moveBehindId(source: SourceText, task: Task, marker: Marker): Fix {
  const written = source.textOf(marker.range)
  const goal = task.idRange === null ? 'to the start of the title' : `behind ${task.id}`
  const added = insert(source.behindId(task), task.idRange === null ? `${written} ` : ` ${written}`)
  return { title: `Move ${written} ${goal}`, edits: [source.without(marker.range), added] }
}
