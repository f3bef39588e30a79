import { assemble, type ParseOptions } from './assemble'
import { cutChunks } from './chunks'
import { readChunk } from './readChunk'
import type { TasksDocument } from './tasksDocument'

/**
 * Reads a `tasks.md`. Never throws: what is wrong stands in the document's `findings`.
 * `path` (with `/` or `\`, or a URI) helps to tell the dialect; without it the content decides alone.
 */
export function parseTasksDocument(text: string, options: ParseOptions = {}): TasksDocument {
  const chunks = cutChunks(text).map((chunk) => ({ reading: readChunk(chunk), shift: 0 }))
  return { text, ...assemble(chunks, options) }
}
