import { execFileSync } from 'node:child_process'
import { outliveFileLimit } from '../../../runner/src/processes/outliveFileLimit'
import { UserError } from '../../../runner/src/userError'
import { drive } from '../../acceptance/drive'

/**
 * A runner that may write not one byte more once an event of a kind has come, nor may what it starts from then on.
 * Says on standard output what it came to.
 */
const [file = '', root = '', kind = ''] = process.argv.slice(2)
let isLimited = false
outliveFileLimit()

function limit(): void {
  isLimited = true
  execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=0:unlimited'])
}

drive(
  { file, root },
  {
    onEvent(event) {
      if (event.kind === kind && !isLimited) limit()
    },
  },
).then(
  (driven) => process.stdout.write(driven.state?.reason ?? 'nothing went wrong'),
  (error: unknown) => process.stdout.write(error instanceof UserError ? error.message : String(error)),
)
