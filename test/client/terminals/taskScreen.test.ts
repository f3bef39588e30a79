import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EventBody } from '#core/run/event'
import type { TaskRunState } from '#core/run/runState'
import { plainRenderer } from '../../../client/src/terminals/renderer'
import type { TaskScreen } from '../../../client/src/terminals/taskScreen'
import { createTaskScreen } from '../../../client/src/terminals/taskScreen'
import { attemptEnded, attemptStarted, attemptStarting, batchStarted, runStarted, stateAfter } from '../journalFixture'

let folder: string
let screen: TaskScreen
let shown: string
let live: boolean

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'task-screen-'))
  shown = ''
  live = true
  screen = createTaskScreen({
    folder,
    renderer: plainRenderer,
    emit: (text) => {
      shown += text
    },
    isLive: () => live,
  })
})
afterEach(() => screen.dispose())

describe('the screen of a task', () => {
  it('says that the task waits for its turn', async () => {
    await screen.update(task(batchStarted))
    await seen('○ waits for a free place …')
  })

  it('replays the log and goes on with it', async () => {
    writeFileSync(join(folder, 'task-1.1.log'), 'one\n')
    await screen.update(task(batchStarted, attemptStarting(1), attemptStarted(1)))
    await seen('▶ 1.2 Create b · attempt 1 · sh\none')
    appendFileSync(join(folder, 'task-1.1.log'), 'two\n')
    await seen('one\ntwo')
  })

  it('shows what an executor writes to standard error', async () => {
    writeFileSync(join(folder, 'task-1.1.err.log'), 'trouble\n')
    await screen.update(task(batchStarted, attemptStarting(1), attemptStarted(1)))
    await seen('trouble')
  })

  it('ends with the verdict, after all of the log', async () => {
    await screen.update(task(batchStarted, attemptStarting(1), attemptStarted(1)))
    writeFileSync(join(folder, 'task-1.1.log'), 'last words\n')
    await screen.update(
      task(
        batchStarted,
        attemptStarting(1),
        attemptStarted(1),
        attemptEnded(1, 'failed', 'It ended with exit code 3.'),
      ),
    )
    await seen('last words\n\n✗ failed after 0:12: It ended with exit code 3.')
  })

  it('shows a second attempt below the first', async () => {
    const first = [batchStarted, attemptStarting(1), attemptStarted(1), attemptEnded(1, 'failed', 'No.')]
    await screen.update(task(...first))
    writeFileSync(join(folder, 'task-1.2.log'), 'once more\n')
    await screen.update(task(...first, attemptStarting(1, 2), attemptStarted(1, 2)))
    await seen('✗ failed after 0:12: No.\n▶ 1.2 Create b · attempt 2 · sh\nonce more')
  })

  it('replays only the newest of several attempts when it comes late', async () => {
    writeFileSync(join(folder, 'task-1.1.log'), 'first try\n')
    writeFileSync(join(folder, 'task-1.2.log'), 'second try\n')
    await screen.update(
      task(
        batchStarted,
        attemptStarting(1),
        attemptEnded(1, 'failed', 'No.'),
        attemptStarting(1, 2),
        attemptEnded(1, 'success', null, 2),
      ),
    )
    await seen('second try\n\n✓ done after 0:12')
    expect(shown).not.toContain('first try')
  })

  it('says so when the runner of an unfinished attempt is gone', async () => {
    live = false
    await screen.update(task(batchStarted, attemptStarting(1), attemptStarted(1)))
    await seen('■ interrupted: its runner is gone')
  })

  it('replays the end of a long log and says what it left out', async () => {
    writeFileSync(join(folder, 'task-1.1.log'), `${'x'.repeat(99)}\n`.repeat(3000))
    await screen.update(task(batchStarted, attemptStarting(1), attemptStarted(1)))
    await seen('… 200000 bytes before this are in the log …')
    expect(plain()).toMatch(/ …\n(x{99}\n){999}/)
  })
})

const colour = new RegExp(String.raw`\u001B\[\d+m`, 'g')

/** Waits until the screen shows a text; colours and carriage returns do not count. */
async function seen(text: string): Promise<void> {
  await vi.waitFor(() => expect(plain()).toContain(text), { timeout: 10_000 })
}

function plain(): string {
  return shown.replaceAll(colour, '').replaceAll('\r\n', '\n')
}

/** Task 1.2 after these events of its run. */
function task(...events: readonly EventBody[]): TaskRunState {
  const found = stateAfter(runStarted(), ...events).tasks.get(1)
  if (found === undefined) throw new Error('The events begin no batch with task 1.')
  return found
}
