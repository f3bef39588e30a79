import { hasHeadingTasks, type Census } from '../document/census'
import type { Dialect } from '../document/tasksDocument'
import { pathSegments } from './pathSegments'

/** Tells the dialect of a document: by its path where that says it, else by what it holds. */
export function detectDialect(path: string | undefined, census: Census): Dialect {
  return byPath(pathSegments(path), census) ?? byContent(census)
}

const FOLDERS: readonly (readonly [readonly string[], Dialect])[] = [
  [['openspec', 'changes'], 'openspec'],
  [['.spec-workflow'], 'spec-workflow'],
  [['agent-os'], 'agent-os'],
  [['.agent-os'], 'agent-os'],
  [['.kiro', 'specs'], 'kiro'],
  [['.claude', 'specs'], 'kiro'],
]

function byPath(segments: readonly string[], census: Census): Dialect | undefined {
  const dialect = FOLDERS.find(([folders]) => holds(segments, folders))?.[1]
  return dialect === 'kiro' && census.roundMarks > 0 ? 'cc-sdd' : dialect
}

function holds(segments: readonly string[], folders: readonly string[]): boolean {
  return segments.some((_, at) => folders.every((folder, step) => segments[at + step] === folder))
}

function byContent(census: Census): Dialect {
  if (hasHeadingTasks(census)) return 'heading-tasks'
  if (census.tBoxes > 0 && census.tBoxes >= 0.4 * census.boxes)
    return isCompanion(census) ? 'sdd-companion' : 'spec-kit'
  if (fieldNames(census) >= 3) return 'smart-ralph'
  if (census.promptLines > 0) return 'spec-workflow'
  if (census.roundMarks > 0) return 'cc-sdd'
  return census.requirementsLines > 0 ? 'kiro' : 'generic'
}

/** spec-kit with bold ids and a Do below them, or with lines that tell to wait. */
function isCompanion(census: Census): boolean {
  return census.boldTBoxes >= census.tBoxes / 2 && (census.doLines > 0 || census.waitLines > 0)
}

/** How many of smart-ralph's five fields occur twice or, in a file of one task, once. */
function fieldNames(census: Census): number {
  const { doLines, filesLines, doneWhenLines, verifyLines, commitLines } = census
  const least = census.idBoxes === 1 ? 1 : 2
  return [doLines, filesLines, doneWhenLines, verifyLines, commitLines].filter((count) => count >= least).length
}
