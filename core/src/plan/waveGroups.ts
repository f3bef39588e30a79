import type { TasksDocument } from '../document/tasksDocument'
import { groupOfIndices } from './groupOfIndices'
import type { Group } from './plan'

/**
 * The groups of a Kiro task graph: one per wave, in the order of the waves. Containers and tasks that no wave
 * names stand alone, before the first wave that holds a later task. Undefined when the document has no waves,
 * or when they name no task of it.
 */
export function waveGroups(document: TasksDocument): readonly Group[] | undefined {
  if (document.waves === null) return undefined
  const leaves = new Map<string, number>()
  for (const task of document.tasks) {
    if (!task.container && task.id !== null && !leaves.has(task.id)) leaves.set(task.id, task.index)
  }
  const placed = new Set<number>()
  const waves = document.waves.waves.flatMap((wave) => {
    const indices = wave.flatMap(({ text }) => {
      const index = leaves.get(text)
      if (index === undefined || placed.has(index)) return []
      placed.add(index)
      return [index]
    })
    return indices.length === 0 ? [] : [groupOfIndices(indices.sort((a, b) => a - b))]
  })
  if (waves.length === 0) return undefined
  const rest = document.tasks.filter((task) => !placed.has(task.index)).map((task) => task.index)
  const groups: Group[] = []
  for (const wave of waves) {
    while (rest[0] !== undefined && rest[0] < wave.endIndex) groups.push(groupOfIndices([rest.shift() ?? 0]))
    groups.push(wave)
  }
  return [...groups, ...rest.map((index) => groupOfIndices([index]))]
}
