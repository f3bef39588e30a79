import { formats, type OutputFormat } from './formats'

/** One line of an executor's log as people read it; [] for a line that is of no interest to them. */
export function renderLine(format: OutputFormat, line: string): readonly string[] {
  return formats[format].read(line).shown
}
