import { parallelSpelling } from './places'
import type { Report, Rule } from './rule'

/** A marker before the id or behind the title. */
export const misplacedMarker: Rule = {
  scope: 'task',
  code: 'misplaced-marker',
  severity: 'warning',
  summary: 'A marker does not stand right after the id.',
  reason:
    'It is taken for a marker here, but other tools look for it right after the id only and run the task differently.',
  fixes: ['move the marker behind the id'],
  *check(task, { document }): Iterable<Report> {
    for (const marker of task.markers) {
      if (!marker.misplaced) continue
      const written = marker.kind === 'P' ? parallelSpelling(document) : `[${marker.text}]`
      yield {
        message:
          task.id === null
            ? `${written} belongs at the start of the title.`
            : `${written} belongs right after the id ${task.id}.`,
        range: marker.range,
        data: { task: task.index, marker: marker.kind, text: marker.text },
      }
    }
  },
}
