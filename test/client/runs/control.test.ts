import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EditorRequest } from '#core/wire/control'
import type { ControlConnection, EditAnswer } from '../../../client/src/runs/control'
import { connectControl, ControlClosed } from '../../../client/src/runs/control'
import type { ControlServer } from '../../../runner/src/control/server'
import { startControl } from '../../../runner/src/control/server'

let server: ControlServer
let connection: ControlConnection | undefined
const cancelled: (number | null)[] = []

beforeEach(async () => {
  cancelled.length = 0
  server = await startControl('run-1', {
    cancel: async (index) => {
      if (index === 99) throw new Error('Task #99 is not running.')
      cancelled.push(index)
    },
    setMaxConcurrent: () => {},
  })
})
afterEach(async () => {
  connection?.dispose()
  await server.close()
})

describe('the connection to a run', () => {
  it('asks the runner to end a task or the run, and waits for the answer', async () => {
    const { ask } = connect()
    await ask({ kind: 'cancel', index: 2 })
    await ask({ kind: 'cancel', index: null })
    expect(cancelled).toEqual([2, null])
  })

  it('passes on why the runner refused', async () => {
    await expect(connect().ask({ kind: 'cancel', index: 99 })).rejects.toThrow('Task #99 is not running.')
  })

  it('makes the edits that the runner asks for and answers with what came of them', async () => {
    const seen: EditorRequest[] = []
    await attached(async (request) => {
      seen.push(request)
      return { result: 'applied' }
    })
    const edit = { file: '/w/tasks.md', expected: ['- [ ] 1.1 a'], edits: [] }
    expect(await server.askEditor(edit)).toEqual({ result: 'applied' })
    expect(seen).toMatchObject([edit])
  })

  it('hands back the text that is there when an edit does not fit', async () => {
    await attached(async () => ({ result: 'failed', text: 'something else' }))
    expect(await server.askEditor({ file: '/w/tasks.md', expected: ['x'], edits: [] })).toEqual({
      result: 'failed',
      text: 'something else',
    })
  })

  it('tells once that it is gone, and fails what still waited for an answer', async () => {
    const onClose = vi.fn()
    const { ask } = connect(async () => ({ result: 'not-open' }), onClose)
    await ask({ kind: 'cancel', index: 1 })
    await server.close()
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    connection?.dispose()
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('fails requests to a socket that nobody listens on', async () => {
    const gone = connectControl({
      socket: '/nowhere/at/all.sock',
      runId: 'run-1',
      onEdit: async () => ({ result: 'not-open' }),
      onClose: () => {},
    })
    await expect(gone.ask({ kind: 'cancel', index: null })).rejects.toBeInstanceOf(ControlClosed)
  })
})

function connect(
  onEdit: (request: EditorRequest) => Promise<EditAnswer> = async () => ({ result: 'not-open' }),
  onClose = () => {},
): ControlConnection {
  if (server.path === null) throw new Error('The control server has no socket here.')
  connection = connectControl({ socket: server.path, runId: 'run-1', onEdit, onClose })
  return connection
}

/** Connects, and waits until the runner knows of it: requests are answered in order. */
async function attached(onEdit: (request: EditorRequest) => Promise<EditAnswer>): Promise<void> {
  await connect(onEdit).ask({ kind: 'setMaxConcurrent', value: 3 })
}
