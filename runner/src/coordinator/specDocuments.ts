import { realpathSync } from 'node:fs'
import { basename, relative, sep } from 'node:path'
import type { Repository } from '../git/repository'
import type { RunContext } from './runContext'

/** `tasks.md` and `.progress.md` as git names them. */
export function specDocuments(context: RunContext, repository: Repository): readonly string[] {
  const folder = relative(repository.root, realpathSync(context.specDir)).split(sep).join('/')
  const prefix = folder === '' ? '' : `${folder}/`
  return [`${prefix}${basename(context.file)}`, `${prefix}.progress.md`]
}
