import { existsSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ControlReply, EditorRequest } from '#core/wire/control'
import { sendControl } from '../../../runner/src/control/client'
import { readLines } from '../../../runner/src/control/lines'
import { startControl, type ControlHandlers, type ControlServer } from '../../../runner/src/control/server'

const nothing: ControlHandlers = { cancel: () => Promise.resolve(), setMaxConcurrent: () => undefined }

async function listen(handlers: ControlHandlers = nothing): Promise<ControlServer & { readonly at: string }> {
  const server = await startControl('r1', handlers)
  onTestFinished(() => server.close())
  return { ...server, at: server.path ?? '' }
}

/** A client that keeps its connection, as the editor does. */
function client(path: string) {
  const socket: Socket = connect(path)
  onTestFinished(() => void socket.destroy())
  const waiting: ((message: ControlReply | EditorRequest) => void)[] = []
  const received: (ControlReply | EditorRequest)[] = []
  readLines(socket, (line) => {
    const message = JSON.parse(line) as ControlReply | EditorRequest
    const next = waiting.shift()
    if (next === undefined) received.push(message)
    else next(message)
  })
  return {
    socket,
    send: (message: object) => socket.write(`${JSON.stringify(message)}\n`),
    next: () =>
      new Promise<ControlReply | EditorRequest>((resolve) => {
        const message = received.shift()
        if (message === undefined) waiting.push(resolve)
        else resolve(message)
      }),
  }
}

test('only this user can reach the socket, and it is gone afterwards', async () => {
  const server = await startControl('r1', nothing)
  const path = server.path ?? ''
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  expect(Buffer.byteLength(path)).toBeLessThanOrEqual(100)
  await server.close()
  expect(existsSync(dirname(path))).toBe(false)
})

test('a request is answered when it is carried out, with its error when it is not', async () => {
  let gone: () => void = () => undefined
  const server = await listen({
    cancel: (index) =>
      index === 7 ? Promise.reject(new Error('Task #7 is not running.')) : new Promise((resolve) => (gone = resolve)),
    setMaxConcurrent: () => undefined,
  })
  const cancelling = sendControl(server.at, { kind: 'cancel', index: null })
  expect(await sendControl(server.at, { kind: 'cancel', index: 7 })).toEqual({
    id: 1,
    ok: false,
    error: 'Task #7 is not running.',
  })
  gone()
  expect(await cancelling).toEqual({ id: 1, ok: true })
})

test('nonsense and unknown requests get an error and do no harm', async () => {
  const server = await listen()
  const { next, send, socket } = client(server.at)
  socket.write('no json\n')
  expect(await next()).toMatchObject({ ok: false })
  send({ id: 4, kind: 'launch-missiles' })
  expect(await next()).toEqual({ id: 4, ok: false, error: 'This request is unknown.' })
  send({ id: 5, kind: 'attach', runId: 'another', editor: true })
  expect(await next()).toMatchObject({ id: 5, ok: false })
  send({ id: 6, kind: 'setMaxConcurrent', value: 2 })
  expect(await next()).toEqual({ id: 6, ok: true })
})

test('an attached editor is asked for an edit; without one, or when it goes away, the file counts as not open', async () => {
  const server = await listen()
  const edit = { file: '/x/tasks.md', expected: ['- [ ] 1.1 A'], edits: [] }
  expect(await server.askEditor(edit)).toEqual({ result: 'not-open' })
  const editor = client(server.at)
  editor.send({ id: 1, kind: 'attach', runId: 'r1', editor: true })
  await editor.next()

  const asked = server.askEditor(edit)
  const request = await editor.next()
  expect(request).toMatchObject({ kind: 'edit', ...edit })
  if ('request' in request)
    editor.send({ id: 2, kind: 'editReply', request: request.request, result: 'failed', text: 'unsaved' })
  expect(await asked).toEqual({ result: 'failed', text: 'unsaved' })

  await editor.next()
  const again = server.askEditor(edit)
  await editor.next()
  editor.socket.destroy()
  expect(await again).toEqual({ result: 'not-open' })
})
