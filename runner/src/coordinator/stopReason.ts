import { hasCode } from '../files/errorCode'
import { UserError } from '../userError'

/** What stopped a run, as a sentence for people; undefined for a bug of this program. */
export function stopReason(error: unknown): string | undefined {
  if (error instanceof UserError) return error.message
  if (!(error instanceof Error)) return undefined
  if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG'))
    return `The disk is full, or a limit for files is reached (${error.message}); make room, then resume: what is recorded is not lost.`
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'EIO', 'EMFILE', 'ENFILE'))
    return `A file cannot be read or written (${error.message}); put that right, then resume: what is recorded is not lost.`
  if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR'))
    return `A file or folder that the run needs is gone, or something else is in its place (${error.message}); put it back, then resume: what is recorded is not lost.`
  return undefined
}
